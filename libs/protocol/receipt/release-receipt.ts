import { z } from 'zod';
import { digest, instant, participantId, uuid } from '../claims/forms.ts';
import { receiptSchemas } from './receipt-context.ts';
import {
  dataSubject,
  entity,
  insideToken,
  personalData,
  purpose,
  receiptHeader,
  receiptSignature,
  storage,
  trailEvidence,
} from './receipt-forms.ts';

/** What the data provider said it handed over. */
export const statedSent = z.strictObject({
  'assent:manifestDigest': digest,
  'assent:records': z.int().min(0),
});

/** What the data user said it received, and until when it may keep it. */
export const statedReceived = z.strictObject({
  'assent:manifestDigest': digest,
  'assent:records': z.int().min(0),
  'assent:receivedAt': instant,
});

export const releaseRecord = z.strictObject({
  '@type': z.literal('dpv:DataProcessingRecord'),
  /** The data session. */
  'dct:identifier': uuid,
  'assent:consent': uuid,
  'assent:dataRequest': uuid,
  'assent:requestedAt': instant,
  'assent:dataRange': z.strictObject({ 'assent:from': instant, 'assent:to': instant }),
  'dpv:hasDataSubject': dataSubject,
  'dpv:hasProcess': z.strictObject({
    '@type': z.literal('dpv:Process'),
    'dpv:hasPurpose': purpose,
    /** What was asked of this provider. */
    'dpv:hasPersonalData': z.array(personalData).min(1).max(50),
    'dpv:hasProcessing': z.tuple([z.literal('dpv:Share')]),
    'dpv:hasDataSource': participantId,
    'dpv:hasRecipient': participantId,
    'dpv:hasLegalBasis': z.literal('dpv:ExplicitlyExpressedConsent'),
    'dpv:hasStorageCondition': storage,
  }),
  'assent:sent': statedSent.optional(),
  'assent:received': statedReceived.optional(),
  /** When the data user must have erased it, by the manager's word. */
  'assent:eraseBy': instant.optional(),
  /** When it said that it had. */
  'assent:erasedAt': instant.optional(),
  'dpv:hasEntity': z.array(entity).length(3),
});
export type ReleaseRecord = z.infer<typeof releaseRecord>;

/**
 * Why something is not there: nobody has said it yet, or it was said before it was kept. `authorised`: that the request was,
 * among the entries of the trail.
 */
const missing = z.strictObject({
  what: z.enum(['sent', 'received', 'trail', 'authorised']),
  why: z.enum(['not-said', 'not-kept']),
});

export const releaseEvidence = z.strictObject({
  /** The ground: the provider's own `consent-artefact+jwt`. */
  artefact: insideToken,
  /** `secevent+jwt` of the data provider, `data-session.sent`. */
  sent: insideToken.optional(),
  /** `secevent+jwt` of the data user, `data-session.received`. */
  received: insideToken.optional(),
  trail: trailEvidence.optional(),
  missing: z.array(missing).max(3),
});
export type ReleaseEvidence = z.infer<typeof releaseEvidence>;

/** What a person holds of one release of her data: who gave what to whom, under which consent, by both sides' own words. */
export const releaseReceipt = z.strictObject({
  ...receiptHeader('assent:ReleaseReceipt', receiptSchemas.release),
  'dpv:hasRecordOfActivity': releaseRecord,
  evidence: releaseEvidence,
  signature: receiptSignature,
});
export type ReleaseReceipt = z.infer<typeof releaseReceipt>;
