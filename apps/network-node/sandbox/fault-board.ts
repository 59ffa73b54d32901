import { SeededNumbers } from '../../data-provider-adapter/record-sources/seeded-numbers.ts';
import type { CallHeard, Meddling } from '../network/wire.ts';
import { outsiders, type SandboxFault } from './sandbox-fault.ts';
import { makeWrong } from './wrong-answers.ts';

interface StandingFault {
  readonly fault: SandboxFault;
  readonly numbers: SeededNumbers;
  /** Calls it has come over. */
  hits: number;
}

export interface FaultView extends SandboxFault {
  readonly hits: number;
}

/** What is broken now: one fault of each kind for each member. */
export class FaultBoard {
  private standing: StandingFault[] = [];

  /** In place of one of its kind. */
  set(fault: SandboxFault): void {
    const isAnother = ({ fault: { who, kind } }: StandingFault) => who !== fault.who || kind !== fault.kind;
    const { seed = 1, who, kind } = fault;
    const numbers = new SeededNumbers('sandbox', seed, who, kind);
    this.standing = [...this.standing.filter(isAnother), { fault, numbers, hits: 0 }];
  }

  /** @param who everyone where absent. @returns how many faults are over */
  heal(who?: string): number {
    const before = this.standing.length;
    this.standing = this.standing.filter(({ fault }) => who !== undefined && fault.who !== who);
    return before - this.standing.length;
  }

  /** Those that still come over calls, and how many they came over. */
  list(): FaultView[] {
    return this.standing.filter(isUnspent).map(({ fault, hits }) => ({ ...fault, hits }));
  }

  /** What is done to this call; each fault it meets has come over one more. */
  meddle(who: string, call: CallHeard): Meddling {
    const met = this.standing.filter((one) => one.fault.who === who && meets(one, call));
    return Object.assign({}, ...met.map(({ fault }) => meddlingOf(fault)));
  }
}

const isUnspent = ({ fault: { times }, hits }: StandingFault) => times === undefined || hits < times;

function meets(one: StandingFault, call: CallHeard): boolean {
  const { callsOf, path = '', share } = one.fault;
  const isMeant = callsOf === undefined ? !outsiders.includes(call.caller) : isOf(callsOf, call.caller);
  if (!isMeant || !call.path.startsWith(path) || !isUnspent(one)) return false;
  if (share !== undefined && !one.numbers.chance(share)) return false;
  one.hits += 1;
  return true;
}

const isOf = (callsOf: string, caller: string) => callsOf === 'everyone' || callsOf === caller;

function meddlingOf({ kind, byMs = 0, how = 'error' }: SandboxFault): Meddling {
  switch (kind) {
    case 'deaf':
      return { isDeaf: true };
    case 'slow':
      return { delayMs: byMs };
    case 'lost-answers':
      return { change: () => undefined };
    case 'wrong':
      return how === 'truncated' ? { isTorn: true } : { change: (answer) => makeWrong(answer, how) };
  }
}
