import { describe, expect, it } from 'vitest';
import { day, hour, secondsUntil, windowEnd } from './window-end.ts';

describe('the window something is counted in', () => {
  it.each([
    ['2026-03-01T09:00:00.000Z', hour, '2026-03-01T10:00:00.000Z'],
    ['2026-03-01T09:59:59.999Z', hour, '2026-03-01T10:00:00.000Z'],
    ['2026-03-01T10:00:00.000Z', hour, '2026-03-01T11:00:00.000Z'],
    ['2026-02-28T23:59:59.999Z', day, '2026-03-01T00:00:00.000Z'],
  ])('at %s, of %s seconds, ends at %s', (at, seconds, end) => expect(windowEnd(at, seconds)).toBe(end));

  it.each([
    ['2026-03-01T09:59:59.999Z', 1],
    ['2026-03-01T09:59:58.500Z', 2],
    ['2026-03-01T10:00:00.000Z', 1],
  ])('is waited for, from %s, for %s seconds', (now, seconds) => {
    expect(secondsUntil('2026-03-01T10:00:00.000Z', now)).toBe(seconds);
  });
});
