import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform';

export interface BenchDatabase {
  readonly url: string;
  readonly postmaster: number;
  readonly client: Client;
  readonly ownBackend: number;
  stop(): Promise<void>;
}

/** A PostgreSQL of its own for one side, with fsync and every default: both sides get exactly the same. */
export async function startDatabase(folder: string): Promise<BenchDatabase> {
  const postgres: EmbeddedPostgres = await startEmbeddedPostgres(folder);
  const client = new Client({ connectionString: postgres.url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const postmaster = Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  return {
    url: postgres.url,
    postmaster,
    client,
    ownBackend: rows[0]?.pid ?? 0,
    async stop() {
      await client.end();
      await postgres.stop();
    },
  };
}

/** Asks until the statement, a count, gives 0. @throws after a minute */
export async function untilNone(client: Client, count: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const { rows } = await client.query<{ count: string }>(count);
    if (Number(rows[0]?.count) === 0) return;
    if (Date.now() > deadline) throw new Error(`still under way after a minute: ${rows[0]?.count}`);
    await sleep(20);
  }
}
