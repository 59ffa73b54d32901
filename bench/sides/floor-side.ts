import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { roleFlags } from '#platform';
import { nodeCryptography } from '#protocol';
import { findPorts, firstPortOfRun } from '../../apps/network-node/network/free-ports.ts';
import type { CleanUp } from '../../apps/network-node/terminal/clean-up.ts';
import { type FloorRole, type FloorSettings, floorRoles, urlOf } from '../floor/floor-settings.ts';
import { floorTables } from '../floor/tables.ts';
import { countingEnvironment } from '../measuring/counts.ts';
import { startDatabase, untilNone } from './database.ts';
import type { CountedProcess, Side } from './side.ts';

export interface FloorSide extends Side {
  readonly gateway: string;
  readonly manager: string;
}

const underWay = floorRoles
  .map((role) => `(SELECT count(*) FROM ${role}.outbox WHERE acknowledged_at IS NULL)`)
  .join(' + ');

async function createKeys(): Promise<FloorSettings['keys']> {
  const names = [...floorRoles, 'dpop'] as const;
  const made = await Promise.all(
    names.map(async (name) => [name, { ...(await nodeCryptography.generateKey()) }] as const),
  );
  return Object.fromEntries(made) as FloorSettings['keys'];
}

function startRole(role: FloorRole, settings: FloorSettings, folder: string, nodeOptions: string, cleanUp: CleanUp) {
  const errors = openSync(join(folder, `${role}-stderr.log`), 'a', 0o600);
  const main = fileURLToPath(new URL(`../floor/${role}.js`, import.meta.url));
  const child = spawn(process.execPath, [...roleFlags, main], {
    env: {
      ...process.env,
      ...countingEnvironment(folder, role, nodeOptions),
      BENCH_FLOOR: JSON.stringify(settings),
    },
    stdio: ['ignore', errors, errors],
  });
  cleanUp.add(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    await exited;
  });
  return { name: role, pid: child.pid ?? 0 };
}

async function untilUp(settings: FloorSettings): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (const role of floorRoles) {
    for (;;) {
      const answered = await request(`${urlOf(settings, role)}/health`).catch(() => undefined);
      await answered?.body.dump();
      if (answered?.statusCode === 200) break;
      if (Date.now() > deadline) throw new Error(`the floor's ${role} does not answer`);
      await sleep(20);
    }
  }
}

/** Three bare processes over a PostgreSQL of the same settings. */
export async function startFloor(folder: string, nodeOptions: string, cleanUp: CleanUp): Promise<FloorSide> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = await startDatabase(join(folder, 'postgres'));
  cleanUp.add(() => database.stop());
  for (const statement of floorTables) await database.client.query(statement);
  const found = await findPorts([...floorRoles], (await firstPortOfRun()) + 8);
  const ports = Object.fromEntries(floorRoles.map((role) => [role, found[role] ?? 0])) as Record<FloorRole, number>;
  const settings: FloorSettings = { databaseUrl: database.url, ports, keys: await createKeys() };
  const roles: CountedProcess[] = floorRoles.map((role) => startRole(role, settings, folder, nodeOptions, cleanUp));
  await untilUp(settings);
  return {
    name: 'floor',
    folder,
    roles,
    others: [],
    postmaster: database.postmaster,
    database: database.client,
    ownBackend: database.ownBackend,
    gateway: urlOf(settings, 'gateway'),
    manager: urlOf(settings, 'manager'),
    async settled() {
      await untilNone(database.client, `SELECT ${underWay} AS count`);
      // What the gateway says to the provider last of all is in no table.
      await sleep(50);
    },
  };
}
