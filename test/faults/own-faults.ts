import type { CallSeen } from '../../apps/network-node/network/call-seen.ts';
import type { EndedRound } from './ended-round.ts';
import type { StoreTroubles } from './store-troubles.ts';

/** Calls that a role answered with a fault of its own, as the wires saw them: its clients', and those of other roles. */
export async function findOwnFaults({ story: { at } }: EndedRound): Promise<string[]> {
  return ownFaultsAmong(
    [...at.wires.values(), ...at.registryWires.values()].flatMap(({ seen }) => seen),
    at.storeTroubles,
  );
}

/** While PostgreSQL or Redis is broken or being mended, what broke off in the middle may be a fault to whoever asked. */
export function ownFaultsAmong(calls: readonly CallSeen[], troubles: Pick<StoreTroubles, 'during'>): string[] {
  const faults = calls.filter(
    ({ status, callee, sentAt, answeredAt }) => status === 500 && !troubles.during(sentAt, answeredAt, callee),
  );
  return faults.map(({ callee, caller, method, path }) => `${callee} answered ${method} ${path} of ${caller} with 500`);
}
