import type { Instant } from '#domain';
import { sql } from '../database/statement.ts';

/** An event that its receiver has not acknowledged, or one that was asked for by its id. Without its token. */
export interface ListedEvent {
  readonly id: string;
  readonly receiver: string;
  readonly type: string;
  readonly subject: string;
  readonly version: number;
  readonly createdAt: Instant;
  /** Since it was told, or told anew: all failed but, where it is acknowledged, the last. */
  readonly attempts: number;
  readonly nextAttemptAt: Instant;
  /** A replica is at it, or has it waiting behind others to the same receiver. */
  readonly underWay: boolean;
  /** `DeliveryFailure.reason`; null where it was not tried yet. */
  readonly lastFailure: string | null;
  readonly acknowledgedAt: Instant | null;
  readonly deadAt: Instant | null;
  readonly replayedAt: Instant | null;
}

export interface UndeliveredFilter {
  readonly receiver?: string | undefined;
  readonly type?: string | undefined;
  /** Those that are pushed no more, or only the others. */
  readonly dead?: boolean | undefined;
}

export interface EventCounts {
  readonly waiting: number;
  readonly dead: number;
  /** How long the oldest that waits has waited. */
  readonly seconds: number;
}

/** $1 now. */
export const countEvents = sql(
  'count-waiting-events',
  `SELECT count(*) FILTER (WHERE dead_at IS NULL)::int AS waiting,
          count(dead_at)::int AS dead,
          coalesce(extract(epoch FROM $1::timestamptz - min(created_at) FILTER (WHERE dead_at IS NULL)), 0)::float8
            AS seconds
   FROM outbox_events WHERE acknowledged_at IS NULL`,
);

/** How things stand with one receiver. */
export interface ReceiverSummary {
  readonly receiver: string;
  readonly waiting: number;
  readonly dead: number;
  /** When the oldest that waits was told. */
  readonly oldest: Instant | null;
  readonly lastSuccessAt: Instant | null;
  readonly lastFailureAt: Instant | null;
  readonly lastFailure: string | null;
}

const listed = `id, receiver, type, subject, version, created_at AS "createdAt", attempts,
  next_attempt_at AS "nextAttemptAt", taken_by IS NOT NULL AND next_attempt_at > $1 AND acknowledged_at IS NULL
  AS "underWay", last_error AS "lastFailure", acknowledged_at AS "acknowledgedAt", dead_at AS "deadAt",
  replayed_at AS "replayedAt"`;

/** $1 now; $2 to $4 filter where they are given; after the id $5, oldest first. */
export const listUndelivered = sql(
  'list-undelivered-events',
  `SELECT ${listed} FROM outbox_events
   WHERE acknowledged_at IS NULL AND ($2::text IS NULL OR receiver = $2) AND ($3::text IS NULL OR type = $3)
     AND ($4::boolean IS NULL OR (dead_at IS NOT NULL) = $4) AND ($5::uuid IS NULL OR id > $5)
   ORDER BY id LIMIT $6`,
);

/** $1 now. The token comes along for its claims. */
export const findEvent = sql('find-outbox-event', `SELECT ${listed}, token FROM outbox_events WHERE id = $2`);

/** Ids begin with the time they were made at: what tells them apart stands at their end. */
export const findUndeliveredIds = sql(
  'find-undelivered-ids',
  `SELECT id FROM outbox_events WHERE acknowledged_at IS NULL AND right(id::text, length($1)) = $1 LIMIT 2`,
);

/** Every receiver that something was told to, one step of an index for each. */
export const receiversToldSomething = `told (receiver) AS (
    (SELECT receiver FROM outbox_events WHERE acknowledged_at IS NOT NULL ORDER BY receiver LIMIT 1)
    UNION ALL
    SELECT (SELECT receiver FROM outbox_events WHERE acknowledged_at IS NOT NULL AND receiver > told.receiver
            ORDER BY receiver LIMIT 1)
    FROM told WHERE told.receiver IS NOT NULL)`;

export const summariseReceivers = sql(
  'summarise-receivers',
  `WITH RECURSIVE ${receiversToldSomething},
   undelivered AS (
     SELECT receiver, count(*) FILTER (WHERE dead_at IS NULL)::int AS waiting, count(dead_at)::int AS dead,
            min(created_at) FILTER (WHERE dead_at IS NULL) AS oldest
     FROM outbox_events WHERE acknowledged_at IS NULL GROUP BY receiver),
   receivers AS (SELECT receiver FROM told WHERE receiver IS NOT NULL UNION SELECT receiver FROM undelivered)
   SELECT receiver, coalesce(waiting, 0) AS waiting, coalesce(dead, 0) AS dead, oldest,
          success.at AS "lastSuccessAt", failure.at AS "lastFailureAt", failure.reason AS "lastFailure"
   FROM receivers
   LEFT JOIN undelivered USING (receiver)
   LEFT JOIN LATERAL (
     SELECT acknowledged_at AS at FROM outbox_events
     WHERE receiver = receivers.receiver AND acknowledged_at IS NOT NULL ORDER BY acknowledged_at DESC LIMIT 1
   ) AS success ON true
   LEFT JOIN LATERAL (
     SELECT at, reason FROM delivery_attempts
     WHERE receiver = receivers.receiver AND outcome IN ('refused', 'away', 'rejected') ORDER BY at DESC LIMIT 1
   ) AS failure ON true
   WHERE $1::text IS NULL OR receiver = $1
   ORDER BY receiver`,
);
