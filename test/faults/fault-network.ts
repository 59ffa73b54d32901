import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type OwnRedis, startRedisIfAny } from '../../apps/network-node/journey/own-redis.ts';
import { enrolAll, waitUntilReady } from '../../apps/network-node/network/enrol.ts';
import { findPorts, firstPortOfRun } from '../../apps/network-node/network/free-ports.ts';
import { getMember, type LocalNetwork } from '../../apps/network-node/network/member.ts';
import { MovedClocks } from '../../apps/network-node/network/moved-clocks.ts';
import { type RoleProcess, startRoleProcess } from '../../apps/network-node/network/role-process.ts';
import { Wire } from '../../apps/network-node/network/wire.ts';
import type { CleanUp } from '../../apps/network-node/terminal/clean-up.ts';
import { readComplaints } from './complaints.ts';
import { DatabaseWire } from './database-wire.ts';
import type { Queues } from './drawn-round.ts';
import { roleNames, roles } from './fault.ts';
import { customerOf, faultMembers } from './fault-members.ts';
import { fundContacts, Ledger } from './ledger.ts';
import { OwnPostgres } from './own-postgres.ts';
import { settingsToPlant } from './plant.ts';
import { SmallDisk } from './small-disk.ts';
import { StoreTroubles } from './store-troubles.ts';

/** How long everyone has been listed when the first round begins: a clock that is slow must not be older than the keys. */
const listedForMinutes = 360;
const postgresMegabytes = 400;
const roleMegabytes = 12;
/** Two networks that start at the same moment must not find the same ports free. */
const portsFrom: Record<Queues, number> = { postgres: 0, redis: 28 };

const databaseOf = (name: string) => `${name}'s database`;
const registryOf = (name: string) => `${name}'s registry`;

/** Node keeps what it compiled: a third less to do at each of the many starts. */
const environmentIn = (folder: string) => ({ NODE_COMPILE_CACHE: join(folder, 'compile-cache'), ...process.env });

export interface WantedNetwork {
  readonly folder: string;
  /** Whose people are customers of the bank. */
  readonly seeds: readonly number[];
  /** Where they are kept; in PostgreSQL all the same where this machine has no Redis. */
  readonly queues: Queues;
  /** A defect every role is to have. */
  readonly plant?: string | undefined;
}

/** Each role in a process of its own behind a wire, with a PostgreSQL and perhaps a Redis of their own: all can break. */
export class FaultNetwork {
  /** Pending while nobody is to ask for anything: whoever gets no answer waits for it before asking again. */
  gate: Promise<void> = Promise.resolve();
  readonly storeTroubles = new StoreTroubles();
  /** Known by name; none where this machine does not let us mount. */
  readonly disks = new Map<string, SmallDisk>();
  readonly wires = new Map<string, Wire>();
  /** Of each role to the trust list: who fetches it does not sign. */
  readonly registryWires = new Map<string, Wire>();
  /** Of each role to its database. */
  readonly databaseWires = new Map<string, DatabaseWire>();
  private openGate: () => void = () => undefined;
  private readonly processes = new Map<string, RoleProcess>();

  private constructor(
    readonly network: LocalNetwork,
    readonly postgres: OwnPostgres,
    private redis: OwnRedis | undefined,
    readonly clocks: MovedClocks,
    /** The fund's own system. */
    readonly ledger: Ledger,
  ) {}

  /** @param cleanUp hears of everything that has begun to start */
  static async start({ folder, seeds, queues, plant }: WantedNetwork, cleanUp: CleanUp): Promise<FaultNetwork> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    cleanUp.add(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
    const disks = new Map<string, SmallDisk>();
    for (const name of ['postgres', ...roleNames]) {
      const disk = await SmallDisk.mount(join(folder, name), name === 'postgres' ? postgresMegabytes : roleMegabytes);
      if (disk !== undefined) disks.set(name, disk);
      cleanUp.add(async () => disk?.unmount());
    }
    const people = seeds.map(customerOf).map(({ id, email }) => [id, { email }]);
    await writeFile(join(folder, 'contacts.json'), JSON.stringify(Object.fromEntries(people)), { mode: 0o600 });
    const ledger = await Ledger.start();
    cleanUp.add(() => ledger.stop());
    await writeFile(join(folder, 'fund-contacts.json'), JSON.stringify(fundContacts(seeds)), { mode: 0o600 });
    await writeFile(join(folder, 'fund.json'), JSON.stringify(ledger.describe('fund-contacts.json')), { mode: 0o600 });
    const innerNames = roleNames.map((name) => `${name} itself`);
    const names = [
      ...roleNames,
      ...innerNames,
      ...roleNames.flatMap((name) => [databaseOf(name), registryOf(name)]),
      'redis',
    ];
    const ports = await findPorts(names, (await firstPortOfRun()) + portsFrom[queues]);
    const starting = OwnPostgres.start(join(folder, 'postgres'));
    cleanUp.add(async () => (await starting).stop());
    const postgres = await starting;
    const redis = queues === 'redis' ? await startRedisIfAny(folder, ports['redis'] ?? 0) : undefined;
    const clocks = new MovedClocks(folder);
    const nodeOptions = clocks.settingsFor('any')['NODE_OPTIONS'] ?? '';
    const planted = plant === undefined ? {} : await settingsToPlant(plant, nodeOptions);
    const members = faultMembers(folder).map((member) => {
      const port = { PORT: `${ports[`${member.name} itself`]}` };
      const database = new URL(postgres.url);
      database.port = `${ports[databaseOf(member.name)]}`;
      const queue = redis === undefined ? {} : { REDIS_URL: redis.url };
      const list = { TRUST_LIST_URL: `http://127.0.0.1:${ports[registryOf(member.name)]}/trust-list` };
      const moved = clocks.settingsFor(member.name);
      return {
        ...member,
        settings: { ...member.settings, ...port, ...list, DATABASE_URL: database.href, ...queue, ...moved, ...planted },
      };
    });
    const network: LocalNetwork = { folder, databaseUrl: postgres.url, members, ports };
    const all = new FaultNetwork(network, postgres, redis, clocks, ledger);
    for (const [name, disk] of disks) all.disks.set(name, disk);
    cleanUp.add(() => all.stop());
    await all.begin();
    return all;
  }

  get hasRedis(): boolean {
    return this.redis !== undefined;
  }

  /** Whoever is about to ask for something waits until `letOn`. */
  hold(): void {
    this.gate = new Promise((resolve) => {
      this.openGate = resolve;
    });
  }

  letOn(): void {
    this.openGate();
  }

  startRole(name: string): void {
    const { network } = this;
    this.processes.set(name, startRoleProcess(network, getMember(network, name), environmentIn(network.folder)));
  }

  async killRole(name: string): Promise<void> {
    await this.processes.get(name)?.kill();
  }

  pidOf(name: string): number {
    return (name === 'redis' ? this.redis?.pid : this.processes.get(name)?.pid) ?? 0;
  }

  async killRedis(): Promise<void> {
    if (this.redis === undefined) return;
    process.kill(this.redis.pid, 'SIGKILL');
    await this.redis.stop();
  }

  async startRedisAgain(): Promise<void> {
    this.redis = await startRedisIfAny(this.network.folder, this.network.ports['redis'] ?? 0);
  }

  untilReady(): Promise<void> {
    return waitUntilReady(this.network);
  }

  async stop(): Promise<void> {
    this.letOn();
    await Promise.all([...this.processes.values()].map((process) => process.stop()));
    const wires = [...this.wires.values(), ...this.registryWires.values(), ...this.databaseWires.values()];
    await Promise.all(wires.map((wire) => wire.stop()));
    await this.redis?.stop();
  }

  private async begin(): Promise<void> {
    const { members, ports } = this.network;
    const nameOf = new Map(members.map(({ id, name }) => [id, name]));
    for (const { name } of members) {
      this.clocks.begin(name, -listedForMinutes);
      const database = { open: ports[databaseOf(name)] ?? 0, database: Number(new URL(this.postgres.url).port) };
      this.databaseWires.set(name, await DatabaseWire.start(database));
      const own = { open: ports[name] ?? 0, role: ports[`${name} itself`] ?? 0 };
      const nowAt = (callee: string) => () => Date.now() + this.clocks.heardOffsetOf(callee);
      this.wires.set(name, await Wire.start(name, own, nameOf, nowAt(name)));
      const { registry } = roles;
      const list = { open: ports[registryOf(name)] ?? 0, role: ports[`${registry} itself`] ?? 0 };
      this.registryWires.set(name, await Wire.start(registry, list, nameOf, nowAt(registry), name));
      this.startRole(name);
    }
    await enrolAll(this.network, 60_000).catch((error: unknown) => {
      throw new Error(`the roles do not start:\n${readComplaints(this.network)}`, { cause: error });
    });
    for (const { name } of members) this.clocks.move(name, this.pidOf(name), 0);
    await this.untilReady();
    this.clocks.forget();
  }
}
