import { describe, expect, it } from 'vitest';
import { readLimit } from './limit-option.ts';

describe('how many are listed', () => {
  it.each([
    [undefined, 10_000],
    ['1', 1],
    ['10000', 10_000],
  ])('%s is %s', (limit, number) => expect(readLimit(limit === undefined ? {} : { limit })).toBe(number));

  it.each(['0', '10001', '-1', 'all', '1e3', ''])('%j is not a number of them', (limit) => {
    expect(() => readLimit({ limit })).toThrow(`--limit ${limit}: a whole number from 1 to 10000 is needed`);
  });
});
