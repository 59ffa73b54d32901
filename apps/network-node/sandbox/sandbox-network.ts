import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmbeddedPostgres } from '#platform';
import { demoMembers } from '../demo/demo-network.ts';
import { prepareDemoPeople } from '../demo/demo-people.ts';
import { writeDemoState } from '../demo/demo-state.ts';
import type { CallSeen } from '../network/call-seen.ts';
import { enrolAll } from '../network/enrol.ts';
import { findPorts } from '../network/free-ports.ts';
import { folderOf, getMember, type LocalNetwork, makeFolders } from '../network/member.ts';
import { MovedClocks } from '../network/moved-clocks.ts';
import { type RoleProcess, startRoleProcess } from '../network/role-process.ts';
import { Wire } from '../network/wire.ts';
import type { CleanUp } from '../terminal/clean-up.ts';
import { CommandFailure } from '../terminal/command-failure.ts';
import { FaultBoard } from './fault-board.ts';
import { commandsClock } from './sandbox-clock.ts';
import { innerName, sandboxMembers, unsignedAt } from './sandbox-members.ts';

const patienceMs = 120_000;
/** As many calls as anyone looks back at. */
const mostSeen = 5000;
const idle = /^\/(trust-list|health)\b/;

type Environment = Readonly<Record<string, string | undefined>>;

export interface SandboxStart {
  readonly folder: string;
  readonly seed: string;
  readonly firstPort: number;
}

/** Each role of the demo network in a process of its own, behind a wire, on a clock that can be moved. */
export class SandboxNetwork {
  readonly faults = new FaultBoard();
  readonly wires = new Map<string, Wire>();
  /** Participant id -> name: by it a wire knows who calls. */
  readonly nameOf: Map<string, string>;
  private readonly processes = new Map<string, RoleProcess>();
  private readonly seen: CallSeen[] = [];
  private dropped = 0;

  private constructor(
    readonly network: LocalNetwork,
    readonly clocks: MovedClocks,
  ) {
    this.nameOf = new Map(network.members.map(({ id, name }) => [id, name]));
  }

  /** @param cleanUp hears of everything that has begun to start */
  static async start(
    { folder, seed, firstPort }: SandboxStart,
    starting: Promise<EmbeddedPostgres>,
    cleanUp: CleanUp,
    onProgress: (line: string) => void,
    environment: Environment,
  ): Promise<SandboxNetwork> {
    const places = demoMembers(folder, seed);
    const names = places.map(({ name }) => name);
    makeFolders({ folder, members: places });
    await prepareDemoPeople(folder, seed);
    const outer = await findPorts(names, firstPort);
    const inner = await findPorts(names.map(innerName), Math.max(...Object.values(outer)) + 1);
    const ports = { ...outer, ...inner };
    const clocks = new MovedClocks(folder);
    const members = sandboxMembers(folder, seed, ports, (name) => clocks.settingsFor(name));
    const postgres = await starting;
    onProgress('PostgreSQL is running');
    cleanUp.check();
    const all = new SandboxNetwork({ folder, databaseUrl: postgres.url, members, ports }, clocks);
    cleanUp.add(() => all.stop());
    await all.begin(onProgress, environment);
    writeDemoState(folder, { seed, ports: outer, enrolled: true, played: true });
    return all;
  }

  /** The network as it is reached past the wires: no fault comes between. */
  get inside(): LocalNetwork {
    const { members, ports } = this.network;
    const inner = members.map(({ name }) => [name, ports[innerName(name)] ?? 0] as const);
    return { ...this.network, ports: Object.fromEntries(inner) };
  }

  pidOf(name: string): number {
    const process = this.processes.get(name);
    if (process !== undefined) return process.pid;
    throw new CommandFailure('not-found', `no process of ${name} was started here`);
  }

  /** What the callee's wire is to do with each call: the board says it. */
  async openWire(name: string, ports: { open: number; role: number }, unsigned: string): Promise<void> {
    const wire = await Wire.start(name, ports, this.nameOf, () => this.nowAt(name), unsigned);
    wire.meddle = (call) => {
      this.collect();
      return this.faults.meddle(name, call);
    };
    this.wires.set(name, wire);
  }

  /** Calls that went through, oldest first, with the number of each. */
  calls(): readonly (CallSeen & { readonly n: number })[] {
    this.collect();
    return this.seen.map((call, index) => ({ ...call, n: this.dropped + index + 1 }));
  }

  nowAt(name: string): number {
    return Date.now() + this.clocks.heardOffsetOf(name);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.processes.values()].map((process) => process.stop()));
    await Promise.all([...this.wires.values()].map((wire) => wire.stop()));
  }

  /** What everyone asks every second is left out. */
  private collect(): void {
    const news = [...this.wires.values()].flatMap(({ seen }) => seen.splice(0)).filter(({ path }) => !idle.test(path));
    this.seen.push(...news.sort((one, other) => one.sentAt - other.sentAt));
    this.dropped += this.seen.splice(0, Math.max(0, this.seen.length - mostSeen)).length;
  }

  /** What the roles died of. */
  private complaints(): string {
    return this.network.members
      .map(
        ({ name }) => `${name}: ${readFileSync(join(folderOf(this.network, name), 'stderr.log'), 'utf8').slice(-2000)}`,
      )
      .join('\n');
  }

  private async begin(onProgress: (line: string) => void, environment: Environment): Promise<void> {
    this.clocks.begin(commandsClock, 0);
    const { members, ports } = this.network;
    for (const { name, role } of members) {
      this.clocks.begin(name, 0);
      const own = { open: ports[name] ?? 0, role: ports[innerName(name)] ?? 0 };
      await this.openWire(name, own, unsignedAt[role]);
      this.processes.set(name, startRoleProcess(this.network, getMember(this.network, name), environment));
    }
    onProgress(`${members.length} roles are starting, each in a process of its own behind a wire`);
    await enrolAll(this.network, patienceMs).catch((error: unknown) => {
      throw new Error(`the roles do not start:\n${this.complaints()}`, { cause: error });
    });
    onProgress('all are in the trust list');
  }
}
