import './no-code-from-text.ts';

import { toInstant } from '#domain';
import { type ListedVerdict, type NoVerdict, verifyReceiptByList } from '#receipt-verification';

/** On this device alone, with what the browser has of cryptography. */
export function checkReceipt(receipt: string | Uint8Array, trustList: string): Promise<ListedVerdict | NoVerdict> {
  return verifyReceiptByList(receipt, trustList, { now: toInstant(Date.now()) });
}
