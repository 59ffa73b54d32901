import type { Instant } from '../clock/instant.ts';
import type { ConsentTerms } from '../consent-artefact/consent-terms.ts';
import { useWindowAt } from './use-window.ts';

export interface UsesLeft {
  /** Data requests that the data user may still make before uses are counted anew. */
  readonly left: number;
  readonly of: number;
  /** When they are counted anew; null where the consent ends before, or was for once. */
  readonly renewsAt: Instant | null;
}

/** @param usedAt when its uses were made, those given back left out */
export function usesLeftAt(now: Instant, terms: ConsentTerms, usedAt: readonly Instant[]): UsesLeft {
  const { from, to } = useWindowAt(now, terms);
  const of = terms.frequency?.max ?? 1;
  const used = usedAt.filter((at) => at >= from && at < to).length;
  return { left: Math.max(0, of - used), of, renewsAt: to < terms.consentPeriod.expiry ? to : null };
}
