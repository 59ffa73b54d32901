import { expect, test } from 'vitest';
import { HandSetClock } from './hand-set-clock.ts';

test('a hand-set clock stands still until it is moved', () => {
  const clock = new HandSetClock('2026-03-01T09:00:00.000Z');
  expect([clock.now(), clock.now()]).toEqual(['2026-03-01T09:00:00.000Z', '2026-03-01T09:00:00.000Z']);
  clock.advance(90);
  expect(clock.now()).toBe('2026-03-01T09:01:30.000Z');
  clock.set('2027-01-01T00:00:00.000Z');
  expect(clock.now()).toBe('2027-01-01T00:00:00.000Z');
});
