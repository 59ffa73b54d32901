import type { Client } from 'pg';

/** Where the write-ahead log is now. */
export async function readLogPosition(client: Client): Promise<string> {
  const { rows } = await client.query<{ position: string }>('SELECT pg_current_wal_insert_lsn()::text AS position');
  return rows[0]?.position ?? '0/0';
}

/**
 * How many transactions that wrote something were committed since: what the server itself wrote into its log. Its
 * statistics (`xact_commit`) count every read as well, and come late.
 */
export async function countCommits(client: Client, since: string): Promise<number> {
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_walinspect');
  const { rows } = await client.query<{ commits: string }>(
    `SELECT coalesce(sum(count), 0) AS commits FROM pg_get_wal_stats($1, pg_current_wal_flush_lsn(), true)
     WHERE "resource_manager/record_type" = 'Transaction/COMMIT'`,
    [since],
  );
  return Number(rows[0]?.commits ?? 0);
}
