import { expect, it } from 'vitest';
import type { CallSeen } from '../../apps/network-node/network/call-seen.ts';
import type { Fault } from './fault.ts';
import { ownFaultsAmong } from './own-faults.ts';
import { StoreTroubles } from './store-troubles.ts';

const call = (status: number, sentAt: number, callee = 'bank'): CallSeen => ({
  ...{ callee, caller: 'lender', method: 'GET', path: '/data-sessions/1', status, sentAt },
  answeredAt: sentAt + 5,
});

/** @returns what is found of a call that begins before the fault, in the middle of it, and after it was mended */
function foundAround(fault: Omit<Fault, 'forMs'>, callee?: string): number[] {
  const troubles = new StoreTroubles();
  const before = performance.now() - 1000;
  const mended = troubles.begin({ ...fault, forMs: 0 });
  const within = performance.now();
  mended();
  const times = [before, within, performance.now() + 1000];
  return times.map((sentAt) => ownFaultsAmong([call(500, sentAt, callee)], troubles).length);
}

it('a 500 is a fault of the role, and a 503 is an answer', () => {
  const troubles = new StoreTroubles();
  expect(ownFaultsAmong([call(200, 1), call(503, 2), call(500, 3)], troubles)).toEqual([
    'bank answered GET /data-sessions/1 of lender with 500',
  ]);
});

it('it is none while PostgreSQL or Redis is broken, but is before and afterwards', () => {
  for (const kind of ['kill-postgres', 'pause-postgres', 'fill-disk'] as const)
    expect(foundAround({ kind, target: 'postgres' }), kind).toEqual([1, 0, 1]);
  for (const kind of ['kill-redis', 'pause'] as const)
    expect(foundAround({ kind, target: 'redis' }), kind).toEqual([1, 0, 1]);
});

it('a database that is cut off excuses its own role alone', () => {
  expect(foundAround({ kind: 'cut-database', target: 'bank' })).toEqual([1, 0, 1]);
  expect(foundAround({ kind: 'cut-database', target: 'bank' }, 'saathi')).toEqual([1, 1, 1]);
});

it('no other fault excuses it', () => {
  for (const kind of ['kill', 'kill-acknowledging', 'pause', 'fill-disk', 'clock'] as const)
    expect(foundAround({ kind, target: 'bank' }), kind).toEqual([1, 1, 1]);
  expect(foundAround({ kind: 'cut', target: 'lender-bank' })).toEqual([1, 1, 1]);
});
