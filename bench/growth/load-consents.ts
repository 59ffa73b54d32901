import { Client } from 'pg';
import { gatewayRows, idFunctions, managerRows, providerRows } from './loaded-rows.ts';

/** At once in one statement: more would only keep more of them in memory. */
const BLOCK = 50_000;

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** @param from the first number that is not there yet */
async function loadRole(url: string, rows: readonly string[], from: number, to: number): Promise<void> {
  const client = await connect(url);
  try {
    for (let first = from; first < to; first += BLOCK) {
      for (const statement of rows) {
        // Parameters have no place in some of these statements twice with one type: numbers go in as they are.
        const filled = statement.replaceAll('$1', `${first}`).replaceAll('$2', `${Math.min(first + BLOCK, to) - 1}`);
        await client.query(filled);
      }
    }
  } finally {
    await client.end();
  }
}

/** Fills the product's own tables up to so many consents, and leaves the database as a quiet night would. */
export async function loadConsents(url: string, from: number, to: number): Promise<void> {
  const client = await connect(url);
  try {
    for (const statement of idFunctions) await client.query(statement);
    await Promise.all([managerRows, [...providerRows, ...gatewayRows]].map((rows) => loadRole(url, rows, from, to)));
    await client.query('VACUUM (ANALYZE)');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}
