import { addDuration, type Duration } from '../clock/duration.ts';
import { type Instant, toMilliseconds } from '../clock/instant.ts';
import type { ConsentTerms, FrequencyUnit } from '../consent-artefact/consent-terms.ts';

const step: Record<FrequencyUnit, Duration> = { HOUR: 'PT1H', DAY: 'P1D', WEEK: 'P1W', MONTH: 'P1M', YEAR: 'P1Y' };

const longest: Record<FrequencyUnit, number> = {
  HOUR: 3_600_000,
  DAY: 86_400_000,
  WEEK: 604_800_000,
  MONTH: 31 * 86_400_000,
  YEAR: 366 * 86_400_000,
};

export interface UseWindow {
  readonly from: Instant;
  /** Exclusive. */
  readonly to: Instant;
}

/**
 * The span over which uses are counted: for PERIODIC the fixed window of one unit that holds `at`, counted in UTC from
 * the start of the consent period, so that both sides count alike; for ONETIME the whole consent period.
 */
export function useWindowAt(at: Instant, terms: Pick<ConsentTerms, 'consentPeriod' | 'frequency'>): UseWindow {
  const { start, expiry } = terms.consentPeriod;
  if (terms.frequency === undefined) return { from: start, to: expiry };
  const { per } = terms.frequency;
  // No unit is longer than `longest`, so this never overshoots; calendar months need the few steps after it.
  let index = Math.max(0, Math.floor((toMilliseconds(at) - toMilliseconds(start)) / longest[per]));
  for (;;) {
    const [from, to] = [addDuration(start, step[per], index), addDuration(start, step[per], index + 1)];
    // At the end of time every window is the last.
    if (to > at || to === from) return { from, to };
    index += 1;
  }
}

/** One use covers its sessions and their retries for this long. */
export const useCovers: Duration = 'PT24H';
