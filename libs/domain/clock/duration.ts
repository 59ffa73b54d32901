import { type Instant, toInstant, toMilliseconds } from './instant.ts';

/** A length of time with one unit (ISO 8601): `P2Y`, `P6M`, `P2W`, `P30D`, `PT12H`, `PT15M`, `PT30S`. */
export type Duration = string;

const form = /^P(?:(\d{1,4})([YMWD])|T(\d{1,6})([HMS]))$/;
const fixedMilliseconds: Record<string, number> = {
  W: 604_800_000,
  D: 86_400_000,
  TH: 3_600_000,
  TM: 60_000,
  TS: 1000,
};

export function isDuration(text: string): boolean {
  return form.test(text);
}

function parts(duration: Duration): { count: number; unit: string } {
  const match = form.exec(duration);
  if (match === null) throw new RangeError('not a duration of one unit');
  return match[2] === undefined
    ? { count: Number(match[3]), unit: `T${match[4]}` }
    : { count: Number(match[1]), unit: match[2] };
}

/** Months and years are calendar steps in UTC; 31 January plus a month is the last day of February. */
export function addDuration(instant: Instant, duration: Duration, times = 1): Instant {
  return toInstant(endOf(instant, duration, times));
}

function endOf(instant: Instant, duration: Duration, times = 1): number {
  const { count, unit } = parts(duration);
  const fixed = fixedMilliseconds[unit];
  if (fixed !== undefined) return toMilliseconds(instant) + fixed * count * times;
  return addMonths(instant, (unit === 'Y' ? 12 : 1) * count * times);
}

function addMonths(instant: Instant, months: number): number {
  const from = new Date(toMilliseconds(instant));
  const target = new Date(from);
  target.setUTCDate(1);
  target.setUTCMonth(from.getUTCMonth() + months);
  const next = new Date(target);
  next.setUTCMonth(target.getUTCMonth() + 1);
  next.setUTCDate(0);
  return target.setUTCDate(Math.min(from.getUTCDate(), next.getUTCDate()));
}

const epoch = '2000-01-01T00:00:00.000Z';

/** Which of two durations is longer, both counted from one fixed day: negative, zero or positive as in a sort. */
export function compareDurations(a: Duration, b: Duration): number {
  return endOf(epoch, a) - endOf(epoch, b);
}
