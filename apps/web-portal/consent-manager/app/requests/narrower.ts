import { addDuration, type ConsentTerms, compareDurations, type DataRange } from '#domain';

/** Lengths people think in; each list holds those that are less than what is asked. */
const lives = ['PT1H', 'P1D', 'P7D', 'P30D', 'P90D', 'P6M', 'P1Y', 'P2Y', 'P5Y'];
const periods = ['P1D', 'P7D', 'P1M', 'P3M', 'P6M', 'P1Y'];
const reaches = ['P1M', 'P3M', 'P6M', 'P1Y', 'P2Y', 'P5Y', 'P10Y'];

export function shorterLives(asked: string): string[] {
  return lives.filter((life) => compareDurations(life, asked) < 0);
}

/** Length -> end, of consent periods that end before the one asked for, and after now. */
export function shorterPeriods({ start, expiry }: ConsentTerms['consentPeriod'], now: string): [string, string][] {
  const from = start > now ? start : now;
  return periods
    .map((period): [string, string] => [period, addDuration(from, period)])
    .filter(([, end]) => end < expiry);
}

/** Length -> range, of ranges that reach back less far. */
export function shorterRanges({ from, to }: DataRange): [string, DataRange][] {
  return reaches
    .map((reach): [string, DataRange] => [reach, { from: addDuration(to, reach, -1), to }])
    .filter(([, range]) => range.from > from);
}

const everyCount = 6;

/** Counts up to what is asked; of many, every one would be too many to choose from. */
export function lowerCounts(asked: number): number[] {
  const counts = Array.from({ length: asked }, (_, index) => asked - index);
  if (asked <= everyCount) return counts;
  return counts.filter((count) => count === asked || [1, 2, 3, 5, 10, 20, 50, 100].includes(count));
}

/** A day as a date field holds it. */
export const dayOf = (instant: string): string => instant.slice(0, 10);

/** The last day that the range holds, as a date field holds it. */
export const lastDayOf = ({ to }: DataRange): string => new Date(Date.parse(to) - 1).toISOString().slice(0, 10);

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The range that two date fields name, never beyond what is asked; absent while it is none. */
export function rangeOfDays(first: string, last: string, asked: DataRange): DataRange | undefined {
  if (!isDay(first) || !isDay(last)) return undefined;
  const begin = `${first}T00:00:00.000Z`;
  const end = addDuration(`${last}T00:00:00.000Z`, 'P1D');
  const range = { from: begin < asked.from ? asked.from : begin, to: end > asked.to ? asked.to : end };
  return range.from < range.to ? range : undefined;
}
