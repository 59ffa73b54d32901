import { expect, test } from 'vitest';
import { usesLeftAt } from '#domain';
import { terms } from './a-consent.ts';

const now = '2026-08-01T12:00:00.000Z';
const today = '2026-08-01T09:00:00.000Z';
const yesterday = '2026-07-31T23:59:00.000Z';
const tomorrow = '2026-08-02T00:00:00.000Z';
const once = { ...terms, fetchType: 'ONETIME', frequency: undefined } as const;

/** What a person reads of a consent for twice a day, or for once. */
test.each([
  ['nothing was fetched', terms, [], { left: 2, of: 2, renewsAt: tomorrow }],
  ['it fetched yesterday', terms, [yesterday], { left: 2, of: 2, renewsAt: tomorrow }],
  ['it fetched once today', terms, [yesterday, today], { left: 1, of: 2, renewsAt: tomorrow }],
  ['it fetched twice today', terms, [today, today], { left: 0, of: 2, renewsAt: tomorrow }],
  ['once, and it has not', once, [], { left: 1, of: 1, renewsAt: null }],
  ['once, and it has', once, [yesterday], { left: 0, of: 1, renewsAt: null }],
])('uses left where %s', (_when, given, usedAt, left) => {
  expect(usesLeftAt(now, given, usedAt)).toEqual(left);
});

test('on its last day uses are not counted anew', () => {
  expect(usesLeftAt('2026-09-30T12:00:00.000Z', terms, []).renewsAt).toBeNull();
});
