import { sql } from '../database/statement.ts';

/** One at a time for each trail: what is compared with what was kept must not be kept meanwhile. */
export const lockWitnessed = sql(
  'lock-witnessed-checkpoints',
  "SELECT pg_advisory_xact_lock(hashtextextended('assent witnessed ' || current_schema() || ' ' || $1, 0))",
);
export const findWitnessedAt = sql(
  'find-witnessed-checkpoints-at',
  'SELECT root, head FROM witnessed_checkpoints WHERE issuer = $1 AND role = $2 AND size = $3',
);
/** The newest of those before a size. */
export const findWitnessedBefore = sql(
  'find-witnessed-checkpoint-before',
  `SELECT size FROM witnessed_checkpoints
   WHERE issuer = $1 AND role = $2 AND size < $3 ORDER BY size DESC LIMIT 1`,
);
export const insertWitnessed = sql(
  'insert-witnessed-checkpoint',
  `INSERT INTO witnessed_checkpoints (issuer, role, size, root, head, token, received_at, agrees)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
);
export const listWitnessed = sql(
  'list-witnessed-checkpoints',
  `SELECT size, token, received_at, agrees FROM witnessed_checkpoints
   WHERE issuer = $1 AND role = $2 AND size < $3 ORDER BY size DESC, root, head LIMIT $4`,
);
