import { Client } from 'pg';
import { tidyServer } from '../measuring/tidy-server.ts';
import { blockOfNumbers, counterpartRows, managerRows } from './loaded-rows.ts';

/** At once in one statement: more would only keep more of them in memory. */
const BLOCK = 50_000;
/** A million ids lie within the five days that follow: nothing of it is old enough for any retention to remove. */
const FIRST_DAYS_AGO = 6;

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function loadRows(url: string, rows: readonly string[], block: string): Promise<void> {
  const client = await connect(url);
  try {
    // These rows fit together as they are made: looking up every reference would take long.
    await client.query('SET session_replication_role = replica');
    await client.query(block);
    for (const statement of rows) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** With the usual size a bulk load is one long checkpoint. */
async function setLogSize(client: Client, change: string): Promise<void> {
  await client.query(`ALTER SYSTEM ${change}`);
  await client.query('SELECT pg_reload_conf()');
}

/**
 * Fills the product's own tables with so many consents, and leaves the database as a quiet night would.
 *
 * @returns how many there are: fewer where time was up before
 */
export async function loadConsents(url: string, to: number, seconds: number): Promise<number> {
  const client = await connect(url);
  const deadline = performance.now() + seconds * 1000;
  const firstMilliseconds = Math.floor(Date.now() / 86_400_000 - FIRST_DAYS_AGO) * 86_400_000;
  let loaded = 0;
  try {
    await setLogSize(client, "SET max_wal_size = '16GB'");
    while (loaded < to && performance.now() < deadline) {
      const end = Math.min(loaded + BLOCK, to);
      const block = blockOfNumbers(loaded, end, firstMilliseconds);
      await Promise.all([managerRows, counterpartRows].map((rows) => loadRows(url, rows, block)));
      loaded = end;
    }
    await setLogSize(client, 'RESET max_wal_size');
    await tidyServer(client);
    return loaded;
  } finally {
    await client.end();
  }
}
