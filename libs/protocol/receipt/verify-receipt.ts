import { isRefusal, type Refusal } from '#domain';
import type { VerificationContext } from '../signature/verification.ts';
import { checkSignature } from './check-signature.ts';
import { isConsentReceipt, parseReceipt, type Receipt } from './parse-receipt.ts';
import { judge, type ReceiptVerdict, verdictOf } from './receipt-verdict.ts';
import { checkConsentReceipt } from './verify-consent-receipt.ts';
import { checkReleaseReceipt } from './verify-release-receipt.ts';

export interface VerifiedReceipt extends ReceiptVerdict {
  readonly receipt: Receipt;
}

/**
 * Everything a receipt holds, by a trust list alone: who signed what, whether the digests open, whether the entries are
 * in the tree that was signed, and whether its words say what is proven. All is looked into, also where something is wrong.
 *
 * @param context with the trust list; keys that have retired since go on counting for what they signed before
 * @returns refusals of parseReceipt: it is no receipt; else a verdict
 */
export async function verifyReceipt(
  raw: string | Uint8Array,
  context: Omit<VerificationContext, 'audience'>,
): Promise<VerifiedReceipt | Refusal> {
  const receipt = parseReceipt(raw);
  if (isRefusal(receipt)) return receipt;
  const asEvidence = { evidence: {}, ...context, audience: undefined };
  const checks = isConsentReceipt(receipt)
    ? await checkConsentReceipt(receipt, asEvidence)
    : await checkReleaseReceipt(receipt, asEvidence);
  const signature = judge('signature', await checkSignature(receipt, asEvidence), `by ${receipt['dct:publisher']}`);
  return { receipt, ...verdictOf([...checks, signature]) };
}
