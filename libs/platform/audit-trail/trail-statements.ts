import type { Attachment } from '../database/attachment.ts';
import { sql } from '../database/statement.ts';

/**
 * Saves the entries of `AuditTrail.prepare`, whose two values begin at $`first`.
 *
 * @param saved name of a row that has to be there, in a statement that does more than that
 */
export function insertTrail(first: number, saved?: string): string {
  const from = saved === undefined ? '' : `${saved}, `;
  return `INSERT INTO trail_pending (entry, mac)
     SELECT entries.* FROM ${from}unnest($${first}::text[], $${first + 1}::bytea[]) AS entries`;
}

export const trailEntries: Attachment = {
  name: 'trail',
  parts: (first) => `noted_${first} AS (${insertTrail(first)})`,
};

/** By the index: once it has passed what was deleted, it knows. A scan of the table passes it again each time. */
export const findAnyPending = sql('find-any-trail-pending', 'SELECT id FROM trail_pending ORDER BY id LIMIT 1');

/** Held until the transaction ends: two sealers would give one index twice. */
export const lockTrail = sql(
  'lock-trail',
  "SELECT pg_advisory_xact_lock(hashtextextended('assent audit trail ' || current_schema(), 0))",
);

export const takePending = sql('take-trail-pending', 'SELECT id, entry, mac FROM trail_pending ORDER BY id LIMIT $1');
export const deletePending = sql('delete-trail-pending', 'DELETE FROM trail_pending WHERE id = ANY ($1::bigint[])');

/** Where the trail ends. */
export const findEnd = sql('find-trail-end', 'SELECT index, chain FROM trail_entries ORDER BY index DESC LIMIT 1');
export const findChainAt = sql('find-trail-chain', 'SELECT chain FROM trail_entries WHERE index = $1');
export const findKnownIds = sql('find-trail-ids', 'SELECT id FROM trail_entries WHERE id = ANY ($1::uuid[])');
export const findIndexOf = sql('find-trail-index', 'SELECT index, entry FROM trail_entries WHERE id = $1');
export const findIndexesOf = sql(
  'find-trail-indexes',
  'SELECT id, index, entry FROM trail_entries WHERE id = ANY ($1::uuid[])',
);
export const readEntries = sql(
  'read-trail-entries',
  'SELECT index, entry, chain FROM trail_entries WHERE index >= $1 ORDER BY index LIMIT $2',
);
export const insertEntries = sql(
  'insert-trail-entries',
  `INSERT INTO trail_entries (index, id, entry, chain)
   SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::text[], $4::bytea[])`,
);

export const readTiles = sql(
  'read-trail-tiles',
  `SELECT level, index, hashes FROM trail_tiles
   WHERE (level, index) IN (SELECT * FROM unnest($1::smallint[], $2::bigint[]))`,
);
export const findTileBeyond = sql(
  'find-trail-tile-beyond',
  'SELECT index FROM trail_tiles WHERE level = 0 AND index > $1 ORDER BY index LIMIT 1',
);
/** A tile grows until it is full: what is in it stays. */
export const saveTiles = sql(
  'save-trail-tiles',
  `INSERT INTO trail_tiles (level, index, hashes) SELECT * FROM unnest($1::smallint[], $2::bigint[], $3::bytea[])
   ON CONFLICT (level, index) DO UPDATE SET hashes = EXCLUDED.hashes`,
);

export const findNewestCheckpoint = sql(
  'find-newest-trail-checkpoint',
  'SELECT size, token, made_at FROM trail_checkpoints ORDER BY size DESC LIMIT 1',
);
export const findGrowth = sql(
  'find-trail-growth',
  `SELECT coalesce((SELECT index + 1 FROM trail_entries ORDER BY index DESC LIMIT 1), 0) AS entries,
     coalesce((SELECT size FROM trail_checkpoints ORDER BY size DESC LIMIT 1), 0) AS signed,
     (SELECT made_at FROM trail_checkpoints ORDER BY size DESC LIMIT 1) AS made_at`,
);
export const insertCheckpoint = sql(
  'insert-trail-checkpoint',
  'INSERT INTO trail_checkpoints (size, token, made_at) VALUES ($1, $2, $3)',
);
export const readCheckpoints = sql(
  'read-trail-checkpoints',
  'SELECT size, token FROM trail_checkpoints WHERE size > $1 ORDER BY size LIMIT $2',
);

export const nameWitnesses = sql(
  'name-trail-witnesses',
  `INSERT INTO trail_witnesses AS known (participant, named_at, given_size)
   SELECT participant, $2, 0 FROM unnest($1::text[]) AS participant
   ON CONFLICT (participant) DO UPDATE SET named_at = greatest(known.named_at, $2)`,
);
/** Those that new entries name; and those said to have been given more than was signed, which nobody was. */
export const findUntoldWitnesses = sql(
  'find-untold-trail-witnesses',
  `SELECT participant, least(given_size, $1 + 1) AS given_size, given_token FROM trail_witnesses
   WHERE (named_at > given_size AND given_size < $1) OR given_size > $1 ORDER BY participant LIMIT $2`,
);
export const findToldWitnesses = sql(
  'find-told-trail-witnesses',
  'SELECT participant FROM trail_witnesses WHERE given_size > 0 ORDER BY participant',
);
export const saveTold = sql(
  'save-told-trail-witness',
  'UPDATE trail_witnesses SET given_size = $2, given_token = $3 WHERE participant = $1',
);

export const insertFault = sql(
  'insert-trail-fault',
  'INSERT INTO trail_faults (kind, detail, found_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
);
export const countFaults = sql(
  'count-trail-faults',
  'SELECT count(*)::int AS faults FROM trail_faults WHERE kind = $1 AND acknowledged_at IS NULL',
);
export const findOldestPending = sql(
  'find-oldest-trail-pending',
  'SELECT entry FROM trail_pending ORDER BY id LIMIT 100',
);
export const countPending = sql('count-trail-pending', 'SELECT count(*)::int AS pending FROM trail_pending');
