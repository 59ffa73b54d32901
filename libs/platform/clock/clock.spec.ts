import { afterEach, expect, test, vi } from 'vitest';
import { toInstant } from '#domain';
import { SystemClock } from './clock.ts';

afterEach(() => vi.useRealTimers());

test.each([
  ['the first millisecond of a second', '2026-03-01T09:00:00.000Z'],
  ['the last', '2026-03-01T09:00:00.999Z'],
  ['the next second', '2026-03-01T09:00:01.007Z'],
  ['a clock that was put back', '2026-02-28T23:59:59.040Z'],
  ['before 1970', '1969-12-31T23:59:59.005Z'],
])('tells %s', (_, moment) => {
  const clock = new SystemClock();
  for (const at of ['2026-03-01T09:00:00.500Z', moment]) {
    vi.setSystemTime(new Date(at));
    expect(clock.now()).toBe(at);
  }
});

test('tells the moment that it is', () => {
  const before = toInstant(Date.now());
  const now = new SystemClock().now();
  expect(now >= before && now <= toInstant(Date.now())).toBe(true);
});
