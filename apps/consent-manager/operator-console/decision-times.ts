/** How often deciding took so long: one count for each span of time, each span five percent longer than the one before. */
export type DecisionTimes = readonly number[];

/** Spans for each e-fold of time. */
export const spansPerFold = 20;

/** A decision that took `seconds` is counted in the span of this number; the same rule stands in the statement that counts. */
export const spanOf = (seconds: number): number => Math.floor(spansPerFold * Math.log(1 + Math.max(0, seconds)));

const middleOf = (span: number): number => Math.exp((span + 0.5) / spansPerFold) - 1;

/** @returns the seconds that this share of the decisions took at most, to three percent; null where there were none */
export function timeOfShare(times: DecisionTimes, share: number): number | null {
  const all = times.reduce((sum, count) => sum + count, 0);
  let left = Math.ceil(all * share);
  const span = times.findIndex((count) => {
    left -= count;
    return count > 0 && left <= 0;
  });
  return span === -1 ? null : Number(middleOf(span).toPrecision(3));
}

export function addTimes(some: DecisionTimes, others: DecisionTimes): number[] {
  const longest = Math.max(some.length, others.length);
  return Array.from({ length: longest }, (_, span) => (some[span] ?? 0) + (others[span] ?? 0));
}
