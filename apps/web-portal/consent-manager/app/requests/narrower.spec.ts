import { describe, expect, it } from 'vitest';
import { lastDayOf, lowerCounts, rangeOfDays, shorterLives, shorterPeriods, shorterRanges } from './narrower.ts';

const asked = { from: '2026-01-01T10:00:00.000Z', to: '2026-07-01T00:00:00.000Z' };

describe('what is less than asked', () => {
  it('are lives that end sooner', () => {
    expect(shorterLives('P30D')).toEqual(['PT1H', 'P1D', 'P7D']);
    expect(shorterLives('PT1H')).toEqual([]);
  });

  it('are periods that end sooner, counted from now where the period has begun', () => {
    const period = { start: '2026-01-01T00:00:00.000Z', expiry: '2026-02-20T00:00:00.000Z' };
    expect(shorterPeriods(period, '2026-01-15T00:00:00.000Z').map(([length]) => length)).toEqual(['P1D', 'P7D', 'P1M']);
  });

  it('are the newest records of the range', () => {
    expect(shorterRanges(asked).map(([length]) => length)).toEqual(['P1M', 'P3M']);
  });

  it('are lower counts, not every one of many', () => {
    expect(lowerCounts(4)).toEqual([4, 3, 2, 1]);
    expect(lowerCounts(24)).toEqual([24, 20, 10, 5, 3, 2, 1]);
  });

  it.each([
    ['2026-01-01', '2026-06-30', asked],
    ['2026-02-01', '2026-02-01', { from: '2026-02-01T00:00:00.000Z', to: '2026-02-02T00:00:00.000Z' }],
    ['2025-01-01', '2027-01-01', asked],
    ['2026-03-02', '2026-03-01', undefined],
    ['', '2026-03-01', undefined],
  ])('is the range of the days %s to %s, never beyond what is asked', (first, last, range) => {
    expect(rangeOfDays(first, last, asked)).toEqual(range);
  });

  it('ends on the last day that the range holds', () => {
    expect(lastDayOf(asked)).toBe('2026-06-30');
  });
});
