import { answer } from '../../../api/answer.ts';
import { loadCode } from '../../../design/load-code.ts';
import { api } from '../api.ts';

/** The trust list that this consent manager keeps, as the registry signed it. */
const keptTrustList = () => answer(api.GET('/me/trust-list', { parseAs: 'text' }));

/**
 * Checks a receipt on this device. What checks it comes when it is first wanted.
 *
 * @throws Problem
 */
export async function askCheck(receipt: string | Uint8Array) {
  const [{ checkReceipt }, trustList] = await Promise.all([
    loadCode(() => import('./check-receipt.ts')),
    keptTrustList(),
  ]);
  return checkReceipt(receipt, trustList);
}

export type Checked = Awaited<ReturnType<typeof askCheck>>;
export type Verdict = Exclude<Checked, { readonly wrong: unknown }>;
