import { describe, expect, it } from 'vitest';
import { isTold } from './is-told.ts';

describe('a refused data request', () => {
  it.each([1, 10, 100, 1000, 1_000_000])('is told when it is number %s of its kind on a day', (times) =>
    expect(isTold(times)).toBe(true),
  );

  it.each([0, 2, 9, 11, 20, 99, 101, 110, 1001])('is not told when it is number %s', (times) =>
    expect(isTold(times)).toBe(false),
  );
});
