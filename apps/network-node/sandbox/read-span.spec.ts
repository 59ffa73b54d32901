import { describe, expect, it } from 'vitest';
import { readForward, readSpan } from './read-span.ts';
import { spanWords } from './span-words.ts';

const usage = expect.objectContaining({ code: 'usage' });

describe('a span of time', () => {
  it('is a number with a unit', () => {
    expect(['200ms', '5s', '30m', '2h', '3d', '1w'].map(readSpan)).toEqual([
      ...[200, 5000, 1_800_000, 7_200_000],
      ...[259_200_000, 604_800_000],
    ]);
  });

  it.each(['3', 'd', '3 d', '1.5h', '-5s', '', '999999w'])('is not %j', (text) => {
    expect(() => readSpan(text)).toThrow(usage);
  });

  it('takes a clock forward, with a plus or without', () => {
    expect([readForward('+3d'), readForward('3d')]).toEqual([259_200_000, 259_200_000]);
  });

  it('takes no clock back, and says why', () => {
    expect(() => readForward('-3d')).toThrow(usage);
    expect(() => readForward('-3d')).toThrow('a clock goes forward only');
  });

  it('reads in words', () => {
    expect([0, 5000, 93_600_000, 259_200_000].map(spanWords)).toEqual(['right', '+5s', '+1d 2h', '+3d']);
  });
});
