import { describe, expect, it } from 'vitest';
import { addTimes, spanOf, timeOfShare } from './decision-times.ts';

function timesOf(...seconds: readonly number[]): number[] {
  const times: number[] = [];
  for (const each of seconds) times[spanOf(each)] = (times[spanOf(each)] ?? 0) + 1;
  return Array.from(times, (count) => count ?? 0);
}

describe('the time that a share of decisions took', () => {
  it.each([1, 5, 60, 3600, 86_400, 2_592_000])('of one of %d seconds is that, to three percent', (seconds) => {
    const found = timeOfShare(timesOf(seconds), 0.5) ?? 0;
    expect(Math.abs(found - seconds) / (seconds + 1)).toBeLessThan(0.03);
  });

  it('is that of the decision in that place', () => {
    const times = timesOf(...Array.from({ length: 100 }, (_, n) => n + 1));
    expect(timeOfShare(times, 0.5)).toBeCloseTo(50, -1);
    expect(timeOfShare(times, 0.95)).toBeCloseTo(95, -1);
    expect(timeOfShare(times, 1)).toBeCloseTo(100, -1);
  });

  it('is not known where nothing was decided', () => {
    expect([timeOfShare([], 0.5), timeOfShare([0, 0], 0.95)]).toEqual([null, null]);
  });

  it('is not less than nothing where two clocks disagree', () => {
    expect(spanOf(-5)).toBe(0);
  });
});

it('times of two days are those of both', () => {
  expect(addTimes(timesOf(1, 1), timesOf(1, 60))).toEqual(timesOf(1, 1, 1, 60));
  expect(addTimes([], [1])).toEqual([1]);
});
