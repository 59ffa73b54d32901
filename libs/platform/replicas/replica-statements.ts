import { sql } from '../database/statement.ts';

const lockOf = (id: string) => `hashtextextended('assent replica ' || ${id}, 0)`;

/** On the connection that lives as long as the process: its end, however it comes, gives the lock back. */
export const holdLife = sql('hold-life', `SELECT pg_advisory_lock(${lockOf('$1::uuid')})`);

/** Those whose lock nobody holds. What this takes it gives back as the statement ends. */
export const findGone = sql(
  'find-gone-replicas',
  `WITH others AS MATERIALIZED (SELECT id FROM replicas WHERE id <> $1)
   SELECT id FROM others WHERE pg_try_advisory_xact_lock(${lockOf('id')})`,
);

export const joinReplicas = sql('join-replicas', 'INSERT INTO replicas (id, joined_at) VALUES ($1, clock_timestamp())');

/** Only one of those who noticed gets the row. */
export const removeReplicas = sql('remove-replicas', 'DELETE FROM replicas WHERE id = ANY ($1::uuid[]) RETURNING id');
