import { z } from 'zod';
import { digest, instant, participantId, uuid } from '../claims/forms.ts';
import { consentTerms } from '../consent-terms/consent-terms.ts';
import { defineMessage } from '../message/define-message.ts';
import { approvalMethods } from './approval-methods.ts';

/** A pairwise pseudonym: another one for each counterpart, so that two of them cannot compare notes. */
export const pseudonym = digest;

/** How the person said yes. The evidence itself opens in her receipt or in a dispute. */
export const approval = z.strictObject({
  method: z.enum(approvalMethods),
  approvedAt: instant,
  evidenceDigest: digest,
});

const narrowedTerm = z.strictObject({
  term: z.enum(['dataTypes', 'dataRange', 'frequency', 'dataLife', 'consentPeriod', 'dataFilter']),
  asked: z.unknown(),
  granted: z.unknown(),
});

const consentArtefactFields = z
  .strictObject({
    /** To the data user this is the consent id it asks for data with. Ids differ per counterpart. */
    artefactId: uuid,
    for: z.enum(['data-provider', 'data-user']),
    dataUser: participantId,
    principal: pseudonym,
    terms: consentTerms,
    noticeDigest: digest,
    noticeLanguage: z.string().max(40),
    approval,
    /** The artefact this one takes the place of: a change is a new artefact. */
    predecessor: uuid.optional(),
    /** data-provider only: who holds the accounts, and their links (ids of the provider's own). */
    dataProvider: participantId.optional(),
    accounts: z.array(uuid).min(1).max(200).optional(),
    /** data-user only: the handle it asked under, and the signed difference to what it asked. */
    handle: uuid.optional(),
    narrowedFrom: z.array(narrowedTerm).max(6).optional(),
  })
  .refine(
    (artefact) =>
      artefact.for === 'data-provider'
        ? artefact.dataProvider !== undefined && artefact.accounts !== undefined && artefact.handle === undefined
        : artefact.handle !== undefined && artefact.dataProvider === undefined && artefact.accounts === undefined,
    { message: 'a provider artefact names provider and accounts, a user artefact its handle', path: ['for'] },
  );

export type ConsentArtefactFields = z.infer<typeof consentArtefactFields>;

/** Step 3: the signed grant. Immutable; one for each data provider, one for the data user. */
export const consentArtefactMessage = defineMessage<ConsentArtefactFields, 'statement'>({
  typ: 'consent-artefact+jwt',
  kind: 'statement',
  senderRoles: ['consent-manager'],
  fields: consentArtefactFields,
});
