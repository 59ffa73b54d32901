import { sql } from '../database/statement.ts';

const notTaken = '(taken_by IS NULL OR next_attempt_at <= $1 OR acknowledged_at IS NOT NULL)';
const anew = `next_attempt_at = $1, replayed_at = $1, attempts = 0, taken_by = NULL, acknowledged_at = NULL,
  dead_at = NULL, rejected_at = NULL`;
const written = `INSERT INTO delivery_attempts (event_id, receiver, at, outcome, reason)
   SELECT id, receiver, $1, 'replayed', '' FROM replayed RETURNING event_id AS id`;

/**
 * Makes events due at $1 as if they had just been told, whether they wait, are dead or were acknowledged. What a replica
 * has taken is left to it: it would be delivered twice at the same moment.
 */
export const replayEvents = sql(
  'replay-events',
  `WITH replayed AS (
     UPDATE outbox_events SET ${anew} WHERE id = ANY ($2::uuid[]) AND ${notTaken} RETURNING id, receiver)
   ${written}`,
);

/** As `replayEvents`, $4 of those that were not acknowledged; $2 and $3 filter where they are given. */
export const replayUndelivered = sql(
  'replay-undelivered-events',
  `WITH replayed AS (
     UPDATE outbox_events SET ${anew} WHERE id = ANY (ARRAY(
       SELECT id FROM outbox_events
       WHERE acknowledged_at IS NULL AND ($2::text IS NULL OR receiver = $2)
         AND (NOT $3::boolean OR dead_at IS NOT NULL) AND replayed_at IS DISTINCT FROM $1 AND ${notTaken}
       ORDER BY id LIMIT $4 FOR UPDATE SKIP LOCKED)) RETURNING id, receiver)
   ${written}`,
);
