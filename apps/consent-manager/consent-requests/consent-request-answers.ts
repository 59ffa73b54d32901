import { z } from 'zod';
import { requestStates } from '#domain';
import {
  consentTerms,
  dataFilter,
  dataRange,
  dataTypeTerms,
  duration,
  frequency,
  instant,
  text,
  uuid,
} from '#protocol';
import { accountLinkAnswer } from '../account-links/account-link-answer.ts';

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

export const consentRequestDetail = z.strictObject({
  ...summary,
  notice: z.strictObject({ language: z.string(), text: z.string() }),
  /** Linked accounts that could answer. */
  accounts: z.array(accountLinkAnswer),
  reason: z.string().nullable(),
  decidedAt: instant.nullable(),
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

export const rejection = z.strictObject({ reason: text(300).optional() });
