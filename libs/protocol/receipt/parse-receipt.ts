import { isRefusal, type Refusal, refuse } from '#domain';
import { describeMismatch } from '../message/describe-mismatch.ts';
import { parseStrictJson } from '../strict-json/parse-strict-json.ts';
import { type ConsentReceipt, consentReceipt } from './consent-receipt.ts';
import { type ReleaseReceipt, releaseReceipt } from './release-receipt.ts';

export type Receipt = ConsentReceipt | ReleaseReceipt;

export const RECEIPT_BYTES = 4_194_304;

/**
 * A receipt in its form; nothing in it is proven yet.
 *
 * @returns refusals in this order: `body-too-large`, `not-strict-json`, `schema-mismatch` (also what is no receipt)
 */
export function parseReceipt(raw: string | Uint8Array): Receipt | Refusal {
  if (raw.length > RECEIPT_BYTES) return refuse('body-too-large', `more than ${RECEIPT_BYTES} bytes`);
  const value = parseStrictJson(raw);
  if (isRefusal(value)) return value;
  const type = typeof value === 'object' && value !== null && !Array.isArray(value) ? value['@type'] : undefined;
  const schema = type === 'assent:ReleaseReceipt' ? releaseReceipt : consentReceipt;
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : refuse('schema-mismatch', describeMismatch(parsed.error));
}

export function isConsentReceipt(receipt: Receipt): receipt is ConsentReceipt {
  return receipt['@type'] === 'dpv:ConsentReceipt';
}
