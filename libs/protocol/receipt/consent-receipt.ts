import { z } from 'zod';
import { consentStates } from '#domain';
import { passkeyEvidence } from '../approval/passkey-evidence.ts';
import { standingChoiceEvidence } from '../approval/standing-choice-evidence.ts';
import { digest, instant, participantId, uuid } from '../claims/forms.ts';
import { approvalMethods } from '../consent-artefact/approval-methods.ts';
import { notice } from '../consent-request/consent-request.ts';
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

/** What she saw and how she said yes. Each artefact carries its digest under a salt of its own. */
export const approvalEvidence = z.strictObject({
  method: z.enum(approvalMethods),
  principal: z.string().min(1).max(300),
  handle: uuid,
  dataUser: participantId,
  askedTermsDigest: digest,
  grantedTermsDigest: digest,
  noticeDigest: digest,
  /** Her own ids of the account links. */
  accounts: z.array(uuid).max(1000),
  signedInAt: instant,
  approvedAt: instant,
  /** Of a yes said with a passkey: then she signed the artefacts herself, before the manager did. */
  passkey: passkeyEvidence.optional(),
  /** Of a yes that a rule of hers said for her; `signedInAt` is then that of the session in which she set it. */
  standingChoice: standingChoiceEvidence.optional(),
});

const consentStatus = z.strictObject({
  '@type': z.enum(['dpv:ConsentGiven', 'dpv:ConsentWithdrawn', 'dpv:ConsentExpired']),
  'dpv:isIndicatedAtTime': instant,
  'dpv:hasIndicationMethod': z.enum(approvalMethods).optional(),
  'dpv:hasDuration': z.strictObject({ '@type': z.literal('dpv:UntilTimeDuration'), 'rdf:value': instant }).optional(),
});

export const consentRecord = z.strictObject({
  '@type': z.literal('dpv:ConsentRecord'),
  /** Her own id of the consent; each counterpart has another. */
  'dct:identifier': uuid,
  'dpv:hasDataSubject': dataSubject,
  'dpv:hasNotice': z.strictObject({
    '@type': z.literal('dpv:ConsentNotice'),
    'dct:language': z.string().min(1).max(40),
    'assent:digest': digest,
  }),
  'dpv:hasProcess': z.strictObject({
    '@type': z.literal('dpv:Process'),
    'dpv:hasPurpose': purpose,
    'dpv:hasPersonalData': z.array(personalData).min(1).max(50),
    'dpv:hasProcessing': z.array(z.enum(['dpv:Collect', 'dpv:Store', 'dpv:Use'])).min(1),
    'dpv:hasDataController': participantId,
    'dpv:hasDataSource': z.array(participantId).min(1).max(200),
    'dpv:hasRecipient': participantId,
    'dpv:hasLegalBasis': z.literal('dpv:ExplicitlyExpressedConsent'),
    'dpv:hasStorageCondition': storage,
  }),
  'dpv:hasConsentControl': z.strictObject({ '@type': z.literal('dpv:WithdrawConsent'), 'dpv:isExercisedAt': z.url() }),
  /** That it was given; and its end, where it had ended by the manager's word when the receipt was made. */
  'dpv:hasConsentStatus': z.array(consentStatus).min(1).max(2),
  /** By the manager's word, then: DPV has no status of a pause. */
  'assent:state': z.enum(consentStates),
  'dpv:hasEntity': z.array(entity).min(3).max(202),
});
export type ConsentRecord = z.infer<typeof consentRecord>;

export const consentEvidence = z.strictObject({
  decision: approvalEvidence,
  /** `consent-artefact+jwt`, as each counterpart holds it, and what opens its `evidenceDigest`. */
  artefacts: z
    .array(z.strictObject({ token: insideToken, salt: z.string().regex(/^[A-Za-z0-9_-]{22}$/) }))
    .min(2)
    .max(201),
  /** What she was shown. */
  notice: notice.optional(),
  trail: trailEvidence.optional(),
  /** Of a consent from before these were kept. */
  missing: z.array(z.enum(['notice', 'trail'])).max(2),
});
export type ConsentEvidence = z.infer<typeof consentEvidence>;

/** What a person holds of a consent: in words for all, with all that proves it. */
export const consentReceipt = z.strictObject({
  ...receiptHeader('dpv:ConsentReceipt', receiptSchemas.consent),
  'dpv:hasRecordOfActivity': consentRecord,
  evidence: consentEvidence,
  signature: receiptSignature,
});
export type ConsentReceipt = z.infer<typeof consentReceipt>;
