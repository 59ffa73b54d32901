import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '#platform';
import { createTestDatabase, createTestFolder } from '#testing';
import { enrolAll, waitUntilReady } from '../../apps/network-node/network/enrol.ts';
import { findPorts, firstPortOfRun } from '../../apps/network-node/network/free-ports.ts';
import { folderOf, type LocalNetwork, type Member } from '../../apps/network-node/network/member.ts';
import { type RoleProcess, startAllProcesses } from '../../apps/network-node/network/role-process.ts';

export const statementsSeed = 'faults';

/** The bank's customers: their number there, and the contact on record. */
export const customerOf = (seed: number) => ({ id: `customer-${seed}`, email: `person-${seed}@mail.example` });

const names = { registry: 'registry', manager: 'saathi', provider: 'bank', user: 'lender' } as const;

function members(folder: string): readonly Member[] {
  const settings = {
    LOG_LEVEL: 'warn',
    DATABASE_POOL_SIZE: '5',
    QUEUE_LOCK_SECONDS: '1',
    KEY_OVERLAP_SECONDS: '1',
  };
  return [
    { name: names.registry, role: 'trust-registry', id: 'https://registry.example', title: 'Registry', settings },
    { name: names.manager, role: 'consent-manager', id: 'https://saathi.example', title: 'Saathi', settings },
    {
      name: names.provider,
      role: 'data-provider-adapter',
      id: 'https://bank.example',
      title: 'Harbour Bank',
      settings: {
        ...settings,
        RECORD_SOURCE: 'generated-statements',
        STATEMENTS_SEED: statementsSeed,
        CONTACTS_FILE: join(folder, 'contacts.json'),
        FILL_LEASE_SECONDS: '1',
      },
    },
    {
      name: names.user,
      role: 'data-user-gateway',
      id: 'https://lender.example',
      title: 'Fairlend',
      settings: { ...settings, FETCH_LEASE_SECONDS: '5', FETCH_SWEEP_SECONDS: '1' },
    },
  ];
}

/** Node keeps what it compiled: a third less to do at each of the many starts. */
const environmentIn = (folder: string) => ({ NODE_COMPILE_CACHE: join(folder, 'compile-cache'), ...process.env });

/** Each role in a process of its own; all of them can be killed at once, and come back where they were. */
export class FaultNetwork {
  /** Pending while the power is cut: whoever gets no answer waits for it before asking again. */
  power: Promise<void> = Promise.resolve();
  private letOn: () => void = () => undefined;
  private processes: readonly RoleProcess[] = [];

  private constructor(
    readonly network: LocalNetwork,
    private readonly removeAll: () => Promise<void>,
  ) {}

  /** @param seeds whose people are customers of the bank */
  static async start(seeds: readonly number[]): Promise<FaultNetwork> {
    const [database, folder] = await Promise.all([createTestDatabase(), createTestFolder()]);
    const people = seeds.map(customerOf).map(({ id, email }) => [id, { email }]);
    await writeFile(join(folder.path, 'contacts.json'), JSON.stringify(Object.fromEntries(people)), { mode: 0o600 });
    const all = members(folder.path);
    const ports = await findPorts(
      all.map(({ name }) => name),
      await firstPortOfRun(),
    );
    const network: LocalNetwork = { folder: folder.path, databaseUrl: database.url, members: all, ports };
    await Promise.all(all.map(({ name }) => mkdir(folderOf(network, name), { recursive: true, mode: 0o700 })));
    const faultNetwork = new FaultNetwork(network, async () => {
      await database.drop();
      await folder.remove();
    });
    faultNetwork.processes = startAllProcesses(network, environmentIn(folder.path));
    await enrolAll(network).catch(async (error: unknown) => {
      const said = faultNetwork.complaints();
      await faultNetwork.stop();
      throw new Error(`the roles do not start:\n${said}`, { cause: error });
    });
    return faultNetwork;
  }

  /** Every role dies at once, whatever it is doing. */
  async cutPower(): Promise<void> {
    this.power = new Promise((resolve) => {
      this.letOn = resolve;
    });
    await Promise.all(this.processes.map((process) => process.kill()));
  }

  /** All start again on their ports. Those who wait are let on by `restorePower` alone. */
  async restart(): Promise<void> {
    this.processes = startAllProcesses(this.network, environmentIn(this.network.folder));
    await waitUntilReady(this.network);
  }

  restorePower(): void {
    this.letOn();
  }

  async stop(): Promise<void> {
    this.restorePower();
    await Promise.all(this.processes.map((process) => process.stop()));
    await this.removeAll();
  }

  /** What the roles logged or died of. */
  complaints(): string {
    const files = this.network.members.flatMap(({ name }) =>
      ['stderr.log', 'log.ndjson'].map((file) => join(folderOf(this.network, name), file)),
    );
    return files.map((file) => `${file}\n${tailOf(file)}`).join('\n');
  }
}

function tailOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n');
  } catch {
    return '';
  }
}

/** @throws saying what to do where the roles that would be started are not those in the sources */
export async function requireBuild(): Promise<void> {
  const file = join(packageRoot(), 'apps/network-node/set-up/build.mjs');
  const { isBuilt } = (await import(/* @vite-ignore */ file)) as { isBuilt(): boolean };
  if (isBuilt()) return;
  throw new Error('dist/ is not what the sources are now: run `npm run build` first, or `npm test`, which does so');
}
