import { z } from 'zod';
import { consentStates, erasureReasons, sessionStates, standingRuleKinds } from '#domain';
import { approvalEvidence, consentTerms, dataRange, dataTypeTerms, instant, text, uuid } from '#protocol';

const participant = z.strictObject({ id: z.string(), name: z.string() });

const summary = {
  id: uuid,
  state: z.enum(consentStates),
  version: z.int(),
  /** PAUSED until then; null where it is resumed by hand. */
  resumeAt: instant.nullable(),
  dataUser: participant,
  purpose: z.strictObject({ code: z.string(), title: z.string(), text: z.string() }),
  approvedAt: instant,
  expiresAt: instant,
  changedAt: instant,
  handle: uuid,
  terms: consentTerms,
  /** Fetches whose data should have been erased by now, without a receipt for it. */
  overdueErasures: z.int(),
};

export const consentSummary = z.strictObject(summary);

export const consentPage = z.strictObject({
  consents: z.array(consentSummary),
  /** `before` of the page that follows; null where there is none. */
  next: uuid.nullable(),
});

/** One provider's answer to one data request. */
const fetchUnderConsent = z.strictObject({
  dataRequestId: uuid,
  sessionId: uuid,
  requestedAt: instant,
  by: participant,
  from: participant,
  state: z.enum(sessionStates),
  dataTypes: dataTypeTerms,
  dataRange,
  /** Whether it does not count as a use, as nothing was served. */
  isReturned: z.boolean(),
  /** By the provider's word. */
  recordsSent: z.int().nullable(),
  /** By the data user's word. */
  recordsReceived: z.int().nullable(),
  /** Whether both spoke of the same manifest; null until both have. */
  matches: z.boolean().nullable(),
  eraseBy: instant.nullable(),
  erasedAt: instant.nullable(),
  erasureOverdue: z.boolean(),
});

export const consentDetail = z.strictObject({
  ...summary,
  /** How often it may still ask for data before its uses are counted anew, at `renewsAt`; null where they are not. */
  uses: z.strictObject({ left: z.int(), of: z.int(), renewsAt: instant.nullable() }),
  /** What she granted less than was asked. */
  narrowedFrom: z.array(z.strictObject({ term: z.string(), asked: z.unknown(), granted: z.unknown() })),
  counterparts: z.array(
    z.strictObject({
      participant,
      role: z.enum(['data-provider', 'data-user']),
      artefactId: uuid,
      /** `consent-artefact+jwt`, as the counterpart holds it. */
      artefact: z.string(),
      /** Here. */
      state: z.enum(consentStates),
      /** Whether the counterpart has acknowledged that: until then it is told again and again. */
      told: z.boolean(),
      /** With `evidence` it opens the artefact's evidenceDigest: SHA-256 of the canonical JSON of {evidence, salt}. */
      evidenceSalt: z.string(),
      /** The provider's ids of the linked accounts. */
      accounts: z.array(z.string()),
    }),
  ),
  /** What she saw and how she said yes: hers to keep, and to open in a dispute. */
  evidence: approvalEvidence,
  fetches: z.array(fetchUnderConsent),
  erasures: z.array(
    z.strictObject({
      reason: z.enum(erasureReasons),
      erasedAt: instant,
      /** `deletion-receipt+jwt` */ receipt: z.string(),
    }),
  ),
});

/** A rule of hers that decided, under the name it had then. */
export const decidingChoice = z.strictObject({
  id: uuid,
  name: z.string(),
  kind: z.enum(standingRuleKinds),
  isRemoved: z.boolean().describe('Whether she has removed it since.'),
});

const otherConsent = z.strictObject({ id: uuid, approvedAt: instant });

/** As she reads it, with what stands before and after it. */
export const consentAsRead = z.strictObject({
  ...consentDetail.shape,
  /** Null where she said yes herself. */
  decidedBy: decidingChoice.nullable(),
  renews: otherConsent.nullable().describe('A former consent to the same data user for the same purpose.'),
  renewedBy: otherConsent.nullable(),
});

export const pause = z.strictObject({ until: instant.optional().describe('Resumed then; by hand where absent.') });
export const revocation = z.strictObject({ reason: text(300).optional() });
