import { Client } from 'pg';
import { valueTypes } from '../database/value-types.ts';
import type { Ask } from './trail-broken.ts';

export interface OpenedTrail {
  readonly ask: Ask;
  close(): Promise<void>;
}

/**
 * A role's trail as it is at this moment, for those who only read it: what is sealed meanwhile is not seen.
 *
 * @throws where the database is out of reach
 */
export async function openTrail(url: string, schema: string): Promise<OpenedTrail> {
  const client = new Client({
    connectionString: url,
    application_name: 'assent verify',
    connectionTimeoutMillis: 10_000,
    options: `-c search_path=${schema} -c timezone=UTC`,
    types: valueTypes,
  });
  // The next question says what was lost.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  return {
    ask: async <Row extends object>({ name, text }: { name: string; text: string }, values: readonly unknown[] = []) =>
      (await client.query<Row>({ name, text, values: [...values] })).rows,
    close: () => client.end(),
  };
}
