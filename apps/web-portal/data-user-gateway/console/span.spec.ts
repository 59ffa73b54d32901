import { expect, it } from 'vitest';
import { readSpan } from './span.tsx';

it.each([
  ['P6M', 6, 'month'],
  ['P150Y', 150, 'year'],
  ['P30D', 30, 'day'],
  ['P2W', 2, 'week'],
  ['PT12H', 12, 'hour'],
  ['PT15M', 15, 'minute'],
])('%s is %d %s', (duration, count, unit) => {
  expect(readSpan(duration)).toEqual({ count, unit });
});

it.each(['', 'P', 'P1Y6M', '6 months'])('%j is not read', (text) => {
  expect(() => readSpan(text)).toThrow(RangeError);
});
