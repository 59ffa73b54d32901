import { z } from 'zod';
import { fromNumericDate, type Instant, type ParticipantId, toNumericDate } from '#domain';
import { digest, numericDate, participantId, uuidv7 } from '../claims/forms.ts';
import { canonicalJson } from '../digest/canonical-json.ts';
import { digestOf, type Sha256 } from '../digest/sha256.ts';
import { createId } from '../id/create-id.ts';
import type { Signer } from '../signature/cryptography.ts';
import { type ConsentEvidence, type ConsentReceipt, type ConsentRecord, consentReceipt } from './consent-receipt.ts';
import { receiptContext, receiptSchemas } from './receipt-context.ts';
import { type ReleaseEvidence, type ReleaseReceipt, type ReleaseRecord, releaseReceipt } from './release-receipt.ts';

export const RECEIPT = 'receipt+jwt';

/** What is signed of a receipt: the digest of its canonical form (RFC 8785) without the signature. */
export const receiptClaims = z.strictObject({
  iss: participantId,
  iat: numericDate,
  jti: uuidv7,
  digest,
});

export interface ReceiptOptions {
  /** The manager's `statement` key. */
  readonly signer: Signer;
  readonly issuer: ParticipantId;
  readonly now: Instant;
  /** WebCrypto where absent. */
  readonly sha256?: Sha256;
}

/** @throws where it does not have the form of a receipt: what is not in form never leaves */
export async function createConsentReceipt(
  parts: { readonly record: ConsentRecord; readonly evidence: ConsentEvidence },
  options: ReceiptOptions,
): Promise<ConsentReceipt> {
  return consentReceipt.parse(await sign('dpv:ConsentReceipt', receiptSchemas.consent, parts, options));
}

/** @throws as createConsentReceipt */
export async function createReleaseReceipt(
  parts: { readonly record: ReleaseRecord; readonly evidence: ReleaseEvidence },
  options: ReceiptOptions,
): Promise<ReleaseReceipt> {
  return releaseReceipt.parse(await sign('assent:ReleaseReceipt', receiptSchemas.release, parts, options));
}

async function sign(
  type: string,
  schema: string,
  { record, evidence }: { readonly record: object; readonly evidence: object },
  { signer, issuer, now, sha256 }: ReceiptOptions,
): Promise<object> {
  const [jti, iat] = [createId(now), toNumericDate(now)];
  const unsigned = {
    '@context': receiptContext,
    '@id': `urn:uuid:${jti}`,
    '@type': type,
    'dct:conformsTo': schema,
    'dct:identifier': jti,
    'dct:created': fromNumericDate(iat),
    'dct:publisher': issuer,
    'dpv:hasRecordOfActivity': record,
    evidence,
  };
  const claims = { iss: issuer, iat, jti, digest: await digestOf(canonicalJson(unsigned), sha256) };
  return { ...unsigned, signature: await signer.sign({ typ: RECEIPT, payload: receiptClaims.parse(claims) }) };
}
