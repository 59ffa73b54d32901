import { join } from 'node:path';
import { startRedisIfAny } from '../../apps/network-node/journey/own-redis.ts';
import { enrolAll } from '../../apps/network-node/network/enrol.ts';
import { findPorts, firstPortOfRun } from '../../apps/network-node/network/free-ports.ts';
import { type LocalNetwork, type Member, makeFolders } from '../../apps/network-node/network/member.ts';
import { startAllProcesses } from '../../apps/network-node/network/role-process.ts';
import type { CleanUp } from '../../apps/network-node/terminal/clean-up.ts';
import { countingEnvironment } from '../measuring/counts.ts';
import { startDatabase, untilNone } from './database.ts';
import { writeRecordFiles } from './record-files.ts';
import type { Side } from './side.ts';

export interface ProductOptions {
  readonly people: number;
  readonly streamBytes: number;
  readonly nodeOptions: string;
  /** Without it in Redis where there is one. */
  readonly queues: 'postgresql' | undefined;
  /** Of every role, beside its defaults. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface ProductSide extends Side {
  readonly network: LocalNetwork;
  readonly queues: 'redis' | 'postgresql';
  /** Resolves once every event is acknowledged. */
  delivered(): Promise<void>;
}

// Asked again and again: by the indexes that the roles have, and no further than needed.
const roles = ['manager', 'provider', 'gateway'] as const;
const anyOf = (found: readonly string[]) =>
  `SELECT (${found.map((from) => `EXISTS (SELECT FROM ${from})`).join(' OR ')})::int AS count`;
const events = roles.map((role) => `${role}.outbox_events WHERE acknowledged_at IS NULL AND dead_at IS NULL`);
const work = `gateway.data_sessions WHERE work <> 'NONE' AND work IN ('FETCH', 'ACKNOWLEDGE')`;
const undelivered = anyOf(events);
const underWay = anyOf([...events, work, ...roles.map((role) => `${role}.trail_pending`)]);

function benchMembers(files: string, contacts: string): readonly Member[] {
  const source = {
    ...{ RECORD_SOURCE: 'fhir-ndjson', FHIR_FOLDER: files, CONTACTS_FILE: contacts },
  };
  return [
    { name: 'registry', role: 'trust-registry', id: 'https://registry.example', title: 'Registry' },
    { name: 'manager', role: 'consent-manager', id: 'https://manager.example', title: 'Consent Manager' },
    {
      name: 'provider',
      role: 'data-provider-adapter',
      id: 'https://provider.example',
      title: 'Hospital',
      settings: source,
    },
    { name: 'gateway', role: 'data-user-gateway', id: 'https://gateway.example', title: 'Clinic' },
  ];
}

/** Every role as `npm run journey` starts it, each in a process of its own, with its default settings but one. */
export async function startProduct(
  folder: string,
  { people, streamBytes, nodeOptions, queues, settings = {} }: ProductOptions,
  environment: Readonly<Record<string, string | undefined>>,
  cleanUp: CleanUp,
): Promise<ProductSide> {
  const files = join(folder, 'records');
  const contacts = await writeRecordFiles(files, people, streamBytes);
  const ports = await findPorts(['registry', 'manager', 'provider', 'gateway', 'redis'], await firstPortOfRun());
  const database = await startDatabase(join(folder, 'postgres'));
  cleanUp.add(() => database.stop());
  const redis = queues === 'postgresql' ? undefined : await startRedisIfAny(folder, ports['redis'] ?? 0);
  cleanUp.add(async () => redis?.stop());
  const counted = benchMembers(files, contacts).map((member) => ({
    ...member,
    settings: {
      ...member.settings,
      ...settings,
      ...(redis === undefined ? {} : { REDIS_URL: redis.url }),
      ...countingEnvironment(folder, member.name, nodeOptions),
    },
  }));
  const network: LocalNetwork = { folder, databaseUrl: database.url, members: counted, ports };
  makeFolders(network);
  const processes = startAllProcesses(network, environment);
  cleanUp.add(() => Promise.all(processes.map((process) => process.stop())));
  await enrolAll(network, 120_000);
  return {
    name: 'product',
    folder,
    network,
    queues: redis === undefined ? 'postgresql' : 'redis',
    roles: processes.map(({ name, pid }) => ({ name, pid })),
    others: redis === undefined ? [] : [{ name: 'redis', pid: redis.pid }],
    postmaster: database.postmaster,
    database: database.client,
    ownBackend: database.ownBackend,
    settled: () => untilNone(database.client, underWay),
    delivered: () => untilNone(database.client, undelivered),
  };
}
