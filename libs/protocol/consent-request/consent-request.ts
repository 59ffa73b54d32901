import { z } from 'zod';
import { digest, instant, longText, uuid } from '../claims/forms.ts';
import { consentTerms } from '../consent-terms/consent-terms.ts';
import { defineMessage } from '../message/define-message.ts';

/** Her id at the consent manager: `name@manager-host`. */
export const principalId = z.string().regex(/^[a-z0-9](?:[a-z0-9._-]{0,61}[a-z0-9])?@[a-z0-9.-]{1,190}$/);

/** What the person will be shown, in the data user's words. Language as in BCP 47. */
export const notice = z.strictObject({
  language: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/),
  text: longText(4000),
});

const consentRequestFields = z.strictObject({
  principal: principalId,
  terms: consentTerms,
  notice,
  mayBeNarrowed: z.boolean(),
});

export type ConsentRequestFields = z.infer<typeof consentRequestFields>;

/** Step 1: a data user asks a consent manager for consent. `POST /consent-requests` */
export const consentRequestMessage = defineMessage<ConsentRequestFields, 'command'>({
  typ: 'consent-request+jwt',
  kind: 'command',
  senderRoles: ['data-user'],
  maxBytes: 32_768,
  fields: consentRequestFields,
});

const consentHandleFields = z.strictObject({
  handle: uuid,
  requestId: uuid,
  /** Digest of the terms as the manager took them: canonical JSON (RFC 8785), SHA-256. */
  termsDigest: digest,
  expiresAt: instant,
  approvalUrl: z.url().max(500),
});

export type ConsentHandleFields = z.infer<typeof consentHandleFields>;

/** The answer to a consent request: the handle it is followed under. An unknown person gets one just the same. */
export const consentHandleMessage = defineMessage<ConsentHandleFields, 'statement'>({
  typ: 'consent-handle+jwt',
  kind: 'statement',
  senderRoles: ['consent-manager'],
  fields: consentHandleFields,
});
