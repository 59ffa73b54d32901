import { type Instant, isRefusal, type ParticipantId, type Refusal } from '#domain';
import type { Cryptography } from '../signature/cryptography.ts';
import type { TrustRoot } from '../trust-list/trust-list.ts';
import { type GivenTrustList, verifyGivenTrustList } from '../trust-list/trust-list-as-given.ts';
import { isConsentReceipt } from './parse-receipt.ts';
import type { ReceiptVerdict } from './receipt-verdict.ts';
import { verifyReceipt } from './verify-receipt.ts';

interface ByListContext {
  readonly now: Instant;
  /** What the list must be signed with; where absent, it is taken as given. */
  readonly roots?: readonly TrustRoot[] | undefined;
  /** WebCrypto where absent. */
  readonly cryptography?: Cryptography;
}

export interface ListedVerdict extends ReceiptVerdict, GivenTrustList {
  readonly kind: 'consent' | 'release';
  readonly issuer: ParticipantId;
  readonly issuedAt: Instant;
}

/** Nothing can be said of the receipt: the list is not believed, or it is no receipt. */
export interface NoVerdict {
  readonly wrong: 'trust-list' | 'receipt';
  readonly refusal: Refusal;
}

/** A receipt by a signed trust list, as both were handed to us. On servers, and by this door of its own in browsers. */
export async function verifyReceiptByList(
  receipt: string | Uint8Array,
  trustList: string,
  context: ByListContext,
): Promise<ListedVerdict | NoVerdict> {
  const given = await verifyGivenTrustList(trustList, context);
  if (isRefusal(given)) return { wrong: 'trust-list', refusal: given };
  const { roots: _, ...by } = context;
  const verified = await verifyReceipt(receipt, { ...by, participants: given.list });
  if (isRefusal(verified)) return { wrong: 'receipt', refusal: verified };
  const { receipt: whole, ...verdict } = verified;
  return {
    ...verdict,
    ...given,
    kind: isConsentReceipt(whole) ? 'consent' : 'release',
    issuer: whole['dct:publisher'],
    issuedAt: whole['dct:created'],
  };
}
