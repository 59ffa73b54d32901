import { z } from 'zod';
import {
  comparedTerms,
  consentModes,
  consentStates,
  participantRoles,
  rejectionReasons,
  requestStates,
  termChanges,
} from '#domain';
import { passkeyAssertion, useOptions } from '#platform';
import { consentTerms, dataFilter, dataRange, dataTypeTerms, duration, frequency, instant, uuid } from '#protocol';
import { accountLinkAnswer } from '../account-links/account-link-answer.ts';
import { decidingChoice } from '../consents/consent-answers.ts';

const summary = {
  handle: uuid,
  state: z.enum(requestStates),
  dataUser: z.strictObject({ id: z.string(), name: z.string() }),
  purpose: z.strictObject({ code: z.string(), title: z.string(), text: z.string() }),
  askedAt: instant,
  expiresAt: instant,
  terms: consentTerms,
  mayBeNarrowed: z.boolean(),
  /** Of the consent that came of it. */
  consentId: uuid.nullable(),
};

export const consentRequestSummary = z.strictObject(summary);

export const consentRequestPage = z.strictObject({
  requests: z.array(consentRequestSummary),
  /** `before` of the page that follows; null where there is none. */
  next: uuid.nullable(),
});

/** What one who asks is to the trust list: checked by the trust registry, under this name, since then. */
const verified = z.strictObject({ since: instant, roles: z.array(z.enum(participantRoles)) });

const describedDataType = z.strictObject({
  type: z.string(),
  title: z.string(),
  description: z.string(),
  /** Those asked for, in plain words. */
  fields: z.array(z.strictObject({ name: z.string(), title: z.string() })),
  /** An invented record with no more than these fields. */
  example: z.record(z.string(), z.unknown()),
});

/** Limits that bind the request, its consent and its data. */
const bindingTemplate = z.strictObject({
  id: z.string(),
  title: z.string(),
  maxDataRange: duration,
  maxConsentPeriod: duration,
  maxDataLife: duration,
  maxFrequency: z.array(frequency),
});

const change = z.enum(termChanges);
const fieldTitles = z.array(z.strictObject({ name: z.string(), title: z.string() }));

/** What is asked beside what she gave before: `other` is neither more nor less. */
const renewalOf = z.strictObject({
  consentId: uuid,
  approvedAt: instant,
  state: z.enum(consentStates),
  /** As she granted them. */
  terms: consentTerms,
  changes: z.array(z.strictObject({ term: z.enum(comparedTerms), change })),
  dataTypes: z.array(
    z.strictObject({ type: z.string(), title: z.string(), change, more: fieldTitles, less: fieldTitles }),
  ),
  /** Those that could answer now, and those that answered then. */
  accounts: z.array(z.strictObject({ id: uuid, label: z.string(), dataProvider: z.string(), change })),
});

export const consentRequestDetail = z.strictObject({
  ...summary,
  /** `verified` is null where the trust list at hand does not name it as active. */
  dataUser: summary.dataUser.extend({ verified: verified.nullable() }),
  purpose: summary.purpose.extend({ description: z.string() }),
  dataTypes: z.array(describedDataType),
  template: bindingTemplate.nullable(),
  afterApproval: z.strictObject({
    consentMode: z.enum(consentModes),
    keptFor: duration,
    mayBeAskedUntil: instant,
    erasedOnRevocation: z.boolean(),
  }),
  notice: z.strictObject({ language: z.string(), text: z.string() }),
  /** Linked accounts that could answer. */
  accounts: z.array(accountLinkAnswer),
  reason: z.string().nullable().describe('Of a no: a code; in her own words if it was said before there were codes.'),
  decidedAt: instant.nullable(),
  /** Null where she decided herself, and where nobody has. */
  decidedBy: decidingChoice.nullable(),
  renews: renewalOf
    .nullable()
    .describe('While it waits: her newest consent to the same data user for the same purpose, and what differs.'),
});

/** What she would rather allow; what is absent stays as asked. */
export const narrowing = z.strictObject({
  dataTypes: dataTypeTerms.optional(),
  dataRange: dataRange.optional(),
  frequency: frequency.optional(),
  dataLife: duration.optional(),
  expiry: instant.optional(),
  addFilters: z.array(dataFilter).max(20).optional(),
});

export const approval = z.strictObject({
  accounts: z.array(uuid).min(1).max(200).optional().describe('Ids of account links; all that could answer if absent.'),
  narrowing: narrowing.optional(),
});

/** A draft of hers, signed with her passkey. */
export const signedDraft = z.strictObject({ draftId: uuid, response: passkeyAssertion });

export const preparedApproval = z.strictObject({
  draftId: uuid.nullable(),
  expiresAt: instant.nullable(),
  terms: consentTerms,
  narrowedFrom: z.array(z.strictObject({ term: z.string(), asked: z.unknown(), granted: z.unknown() })),
  providers: z.array(
    z.strictObject({
      dataProvider: z.strictObject({ id: z.string(), name: z.string() }),
      accounts: z.array(accountLinkAnswer),
      /** As far as they concern this data provider. */
      terms: consentTerms,
    }),
  ),
  publicKey: useOptions.nullable().describe('Null, as are draftId and expiresAt, for one who has no passkey.'),
});

export const rejection = z.strictObject({ reason: z.enum(rejectionReasons).optional() });
