import type { Instant, ParticipantId } from '#domain';
import { sql } from '../database/statement.ts';
import type { DeliveryOutcome } from './delivery-failure.ts';
import { receiversToldSomething } from './undelivered-events.ts';

/** An entry of the delivery log. */
export interface Delivery {
  readonly at: Instant;
  readonly eventId: string;
  /** Of the entry; 0 where it is the event's own acknowledgement. */
  readonly entry: number;
  readonly receiver: ParticipantId;
  /** Null where the event is forgotten already. */
  readonly type: string | null;
  readonly outcome: DeliveryOutcome;
  /** Status and codes; empty where there is nothing to say. */
  readonly reason: string;
  /** How long the attempt took; null where it was none, or went well. */
  readonly milliseconds: number | null;
}

/** Where a page of the log ended. */
export type DeliveryPlace = Pick<Delivery, 'at' | 'eventId' | 'entry'>;

const acknowledged = `acknowledged_at AS at, id AS event_id, 0::bigint AS entry, receiver, type,
  'delivered' AS outcome, '' AS reason, NULL::integer AS milliseconds`;
const shape = `at, event_id AS "eventId", entry, receiver, type, outcome, reason, milliseconds`;

/** $1 only of this receiver; before the place $2, $3, $4, newest first. */
export const listDeliveries = sql(
  'list-deliveries',
  `WITH RECURSIVE ${receiversToldSomething},
   failed AS (
     SELECT at, event_id, id AS entry, receiver, NULL::text AS type, outcome, reason, milliseconds
     FROM delivery_attempts
     WHERE ($1::text IS NULL OR receiver = $1)
       AND ($2::timestamptz IS NULL OR (at <= $2 AND (at, event_id, id) < ($2, $3::uuid, $4::bigint)))
     ORDER BY at DESC, event_id DESC, id DESC LIMIT $5),
   arrived AS (
     SELECT newest.* FROM told CROSS JOIN LATERAL (
       SELECT ${acknowledged} FROM outbox_events
       WHERE receiver = told.receiver AND acknowledged_at IS NOT NULL
         AND ($2::timestamptz IS NULL
              OR (acknowledged_at <= $2 AND (acknowledged_at, id, 0::bigint) < ($2, $3::uuid, $4::bigint)))
       ORDER BY acknowledged_at DESC, id DESC LIMIT $5) AS newest
     WHERE $1::text IS NULL OR told.receiver = $1),
   page AS (
     SELECT * FROM failed UNION ALL SELECT * FROM arrived ORDER BY at DESC, event_id DESC, entry DESC LIMIT $5)
   SELECT at, event_id AS "eventId", entry, page.receiver, coalesce(page.type, outbox_events.type) AS type, outcome,
          reason, milliseconds
   FROM page LEFT JOIN outbox_events ON outbox_events.id = event_id
   ORDER BY at DESC, event_id DESC, entry DESC`,
);

/** All of one event, oldest first. */
export const listAttemptsOf = sql(
  'list-attempts-of-event',
  `SELECT ${shape} FROM (
     SELECT at, event_id, id AS entry, receiver, NULL::text AS type, outcome, reason, milliseconds
     FROM delivery_attempts WHERE event_id = $1
     UNION ALL
     SELECT ${acknowledged} FROM outbox_events WHERE id = $1 AND acknowledged_at IS NOT NULL) AS entries
   ORDER BY at, entry`,
);
