import { join } from 'node:path';
import { Client } from 'pg';
import { findEmbeddedPostgres } from '#embedded-postgres';
import type { MemberName, Stage } from './stage.ts';

/** Has a member answer each event of one sender with a fault. @returns what lets it hear again */
export async function deafen(
  { demo: { here } }: Stage,
  member: MemberName,
  sender: MemberName,
): Promise<() => Promise<void>> {
  const run = async (...statements: readonly string[]) => {
    const client = new Client({ connectionString: await findEmbeddedPostgres(join(here.demoFolder, 'postgres')) });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  await run(
    `CREATE OR REPLACE FUNCTION ${member}.hear_nothing() RETURNS trigger LANGUAGE plpgsql
     AS $$ BEGIN RAISE EXCEPTION 'deaf'; END $$`,
    `CREATE TRIGGER deaf BEFORE INSERT ON ${member}.received_events FOR EACH ROW
     WHEN (NEW.issuer = '${here.participantOf(sender)}') EXECUTE FUNCTION ${member}.hear_nothing()`,
  );
  return () => run(`DROP TRIGGER IF EXISTS deaf ON ${member}.received_events`);
}
