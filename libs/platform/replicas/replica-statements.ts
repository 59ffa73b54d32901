import { sql } from '../database/statement.ts';

const silent = `beat_at < clock_timestamp() - interval '2 seconds'`;

/** Asked on the replica's own connection. */
export const beat = `WITH own AS (UPDATE replicas SET beat_at = clock_timestamp() WHERE id = $1 RETURNING id)
  SELECT EXISTS (SELECT FROM own) AS alive, ARRAY(SELECT id FROM replicas WHERE id <> $1 AND ${silent}) AS silent`;

/** Whoever sees it next need not wait until it has been silent for long. */
export const leave = `UPDATE replicas SET beat_at = to_timestamp(0) WHERE id = $1`;

export const joinReplicas = sql('join-replicas', 'INSERT INTO replicas (id, beat_at) VALUES ($1, clock_timestamp())');

/** Only one of those who noticed gets the row. */
export const removeSilentReplicas = sql(
  'remove-silent-replicas',
  `DELETE FROM replicas WHERE id = ANY ($1::uuid[]) AND ${silent} RETURNING id`,
);
