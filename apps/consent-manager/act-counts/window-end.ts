import { type Instant, toInstant, toMilliseconds } from '#domain';

export const hour = 3600;
export const day = 86_400;

/** The end of the fixed window that holds `at`; windows are counted in UTC from 1970. */
export function windowEnd(at: Instant, seconds: number): Instant {
  const length = seconds * 1000;
  return toInstant((Math.floor(toMilliseconds(at) / length) + 1) * length);
}

/** Whole seconds until `end`, at least one: what Retry-After says. */
export function secondsUntil(end: Instant, now: Instant): number {
  return Math.max(1, Math.ceil((toMilliseconds(end) - toMilliseconds(now)) / 1000));
}
