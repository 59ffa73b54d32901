import { join } from 'node:path';
import { toInstant } from '#domain';
import type { CallSeen } from '../network/call-seen.ts';
import { folderOf, urlOf } from '../network/member.ts';
import { CommandFailure } from '../terminal/command-failure.ts';
import type { FaultView } from './fault-board.ts';
import { type Joined, joinSandbox } from './join-sandbox.ts';
import { type MovedResult, moveClocks } from './move-clocks.ts';
import { commandsClock } from './sandbox-clock.ts';
import type { SandboxFault } from './sandbox-fault.ts';
import { registryOf } from './sandbox-members.ts';
import type { SandboxNetwork } from './sandbox-network.ts';

export interface MemberView {
  readonly name: string;
  readonly title: string;
  readonly role: string;
  readonly id: string;
  readonly address: string;
  /** Of its process; absent where the sandbox did not start it. */
  readonly pid?: number;
  /** How far its clock is ahead of this machine's; absent where the sandbox did not start it. */
  readonly aheadMs?: number;
}

export interface SandboxState {
  readonly pid: number;
  readonly folder: string;
  readonly seed: string;
  /** By the clock of all. */
  readonly now: string;
  readonly members: readonly MemberView[];
  readonly faults: readonly FaultView[];
  /** What a role needs in its settings to join. */
  readonly join: Readonly<Record<string, string>>;
}

export type CallView = CallSeen & { readonly n: number };

/** What can be done with a sandbox that runs, whoever asks. Each is about what it started, or what joined it. */
export class SandboxActs {
  private readonly joined = new Map<string, Joined>();

  constructor(
    private readonly at: SandboxNetwork,
    private readonly seed: string,
    readonly home: string,
  ) {}

  state(): SandboxState {
    const { network, clocks, faults } = this.at;
    const own = network.members.map(({ name, title, role, id }) => {
      const process = { pid: this.at.pidOf(name), aheadMs: clocks.offsetOf(name) };
      return { name, title, role, id, address: urlOf(network, name), ...process };
    });
    const joined = [...this.joined.values()].map(({ name, id, wire }) => {
      return { name, title: 'joined', role: 'its own', id, address: wire };
    });
    const members = [...own, ...joined];
    const now = toInstant(Date.now() + Math.max(...own.map(({ aheadMs }) => aheadMs)));
    return {
      pid: process.pid,
      folder: this.home,
      seed: this.seed,
      now,
      members,
      faults: faults.list(),
      join: this.hints(),
    };
  }

  setFault(fault: SandboxFault): FaultView {
    this.check(fault.who);
    const { callsOf } = fault;
    if (callsOf !== undefined && !['everyone', 'person', 'systems'].includes(callsOf)) this.check(callsOf);
    this.at.faults.set(fault);
    return { ...fault, hits: 0 };
  }

  heal(who?: string): { readonly healed: number } {
    if (who !== undefined) this.check(who);
    return { healed: this.at.faults.heal(who) };
  }

  /** @throws CommandFailure `not-allowed` for who joined: its process is its owner's */
  moveClocks(byMs: number, only?: string): Promise<MovedResult> {
    if (only !== undefined) this.check(only);
    if (only !== undefined && this.joined.has(only)) {
      throw new CommandFailure('not-allowed', `${only} joined: the sandbox did not start it, and moves no clock of it`);
    }
    return moveClocks(this.at, byMs, only);
  }

  async join(name: string, address: string): Promise<Joined> {
    const joined = await joinSandbox(this.at, name, address, this.joined.get(name));
    this.joined.set(name, joined);
    return joined;
  }

  /** @param after only calls of a higher number */
  calls(who?: string, after = 0): { readonly calls: readonly CallView[] } {
    if (who !== undefined) this.check(who);
    const calls = this.at.calls().filter(({ callee, n }) => n > after && (who === undefined || callee === who));
    return { calls };
  }

  /** @throws CommandFailure `not-allowed` for an address, `not-found` for a name that nobody has */
  private check(who: string): void {
    if (this.at.wires.has(who)) return;
    const names = [...this.at.wires.keys()].join(', ');
    if (/[:/.]/.test(who)) {
      throw new CommandFailure('not-allowed', `${who}: a sandbox steers no address, only whom it knows: ${names}`);
    }
    throw new CommandFailure('not-found', `there is no ${who} in the sandbox, only ${names}`);
  }

  private hints(): Readonly<Record<string, string>> {
    const { network } = this.at;
    const registry = registryOf(network);
    return {
      NETWORK_IS_LOCAL: 'true',
      TRUST_LIST_URL: `${urlOf(network, registry)}/trust-list`,
      TRUST_ROOTS_FILE: join(folderOf(network, registry), 'trust-roots.jwks.json'),
      ...this.at.clocks.settingsFor(commandsClock),
    };
  }
}
