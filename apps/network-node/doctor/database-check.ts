import { Client } from 'pg';
import { findRunMigrations, pendingMigrations } from '#platform';
import { checkAuditTrail } from './audit-trail-check.ts';
import type { ExaminedRole } from './examined-role.ts';
import { type Finding, good, problem, reasonOf, warning } from './finding.ts';

const PATIENCE_MS = 5000;
const OLDEST_VERSION = 140_000;

const mends: Readonly<Record<string, string>> = {
  '28P01': 'correct user or password in DATABASE_URL',
  '28000': 'correct the user in DATABASE_URL, or let it in (pg_hba.conf)',
  '3D000': 'make the database named in DATABASE_URL (createdb), or correct its name',
  '53300': 'raise max_connections of PostgreSQL, or lower DATABASE_POOL_SIZE',
};

/** Can it be reached, is its schema up to date, what time is it there? */
export async function checkDatabase(examined: ExaminedRole): Promise<Finding[]> {
  const { DATABASE_URL } = examined.settings;
  if (DATABASE_URL === undefined) return [];
  const client = new Client({
    connectionString: DATABASE_URL,
    application_name: 'assent doctor',
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  });
  // An answer that comes after we have given up must not end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return [
      good('database', 'the database answers'),
      ...(await checkServer(client)),
      await checkSchema(client, examined),
      ...(await checkAuditTrail(client, schemaOf(examined), examined)),
    ];
  } catch (error) {
    const reason = reasonOf(error);
    const mend = mends[reason] ?? 'start PostgreSQL there, or correct DATABASE_URL';
    return [
      problem('database-unreachable', `the database at ${placeOf(DATABASE_URL)} cannot be used (${reason})`, mend),
    ];
  } finally {
    await client.end().catch(() => undefined);
  }

  async function checkServer(connected: Client): Promise<Finding[]> {
    const before = Date.parse(examined.now());
    const { rows } = await connected.query<{ ms: number; version: number }>(
      `SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms,
              current_setting('server_version_num')::int AS version`,
    );
    const [server] = rows;
    if (server === undefined) return [];
    const halfWay = (before + Date.parse(examined.now())) / 2;
    examined.clocks.push({ whose: 'the database', aheadMs: server.ms - halfWay });
    if (server.version >= OLDEST_VERSION) return [];
    return [problem('database-too-old', 'PostgreSQL there is older than 14', 'upgrade PostgreSQL to 14 or newer')];
  }
}

async function checkSchema(client: Client, { settings, role }: ExaminedRole): Promise<Finding> {
  const schema = schemaOf({ settings, role });
  const run = await findRunMigrations(schema, async (text, values) => (await client.query(text, values)).rows);
  if (run === undefined) {
    return warning(
      'schema-missing',
      `the schema ${schema} is not there yet`,
      'start the role: its first start makes it',
    );
  }
  const pending = pendingMigrations(role, run);
  if (pending.length === 0) return good('migrations', `the schema ${schema} is up to date`);
  return problem(
    'migrations-pending',
    `the schema ${schema} has not been through ${pending.length} of ${role.migrations.length} migrations: ${pending.join(', ')}`,
    'back the database up, then start the role: it runs them',
  );
}

function schemaOf({ settings, role }: Pick<ExaminedRole, 'settings' | 'role'>): string {
  return settings.DATABASE_SCHEMA ?? role.name.replaceAll('-', '_');
}

/** Host, port and name, without user and password. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
