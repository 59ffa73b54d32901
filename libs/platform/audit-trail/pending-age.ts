import { type Instant, toMilliseconds } from '#domain';

/** For how long the oldest of these entries has waited to be sealed, by what they say; 0 where none does. */
export function pendingSeconds(pending: readonly { readonly entry: string }[], now: Instant): number {
  const ages = pending.map(({ entry }) => toMilliseconds(now) - writtenAt(entry)).filter(Number.isFinite);
  return Math.max(0, ...ages) / 1000;
}

/** Someone may have put anything there. */
function writtenAt(text: string): number {
  try {
    const at = (JSON.parse(text) as { at?: unknown } | null)?.at;
    return typeof at === 'string' ? Date.parse(at) : Number.NaN;
  } catch {
    return Number.NaN;
  }
}
