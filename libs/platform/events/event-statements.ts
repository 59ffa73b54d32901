import type { Attachment } from '../database/attachment.ts';
import { relaxed, sql } from '../database/statement.ts';

/**
 * Saves the events of `Outbox.prepare`, whose values begin at $`first`: one array for each column; `taken_by` and the
 * time of the next attempt are the same for all.
 *
 * @param saved name of a row that has to be there, in a statement that does more than that
 */
export function insertEvents(first: number, saved?: string): string {
  const value = (nth: number) => `$${first + nth}`;
  const columns = ['uuid', 'text', 'text', 'text', 'text', 'integer', 'text'].map(
    (type, n) => `${value(n)}::${type}[]`,
  );
  return `INSERT INTO outbox_events
     (id, receiver, receiver_role, type, subject, version, token, created_at, next_attempt_at, taken_by, attempts)
   SELECT events.*, ${value(7)}::timestamptz, ${value(8)}::timestamptz, ${value(9)}::uuid, 0
   FROM ${saved === undefined ? '' : `${saved}, `}unnest(${columns.join(', ')}) AS events`;
}

export const outboxEvents: Attachment = {
  name: 'events',
  parts: (first) => `told_${first} AS (${insertEvents(first)})`,
};

export interface PendingEvent {
  readonly id: string;
  readonly receiver: string;
  readonly receiver_role: string | null;
  readonly token: string;
  readonly attempts: number;
}

const pending = 'id, receiver, receiver_role, token, attempts';

/**
 * Takes events for one replica, $4, until it is gone or, should it forget them, until $2. Receivers known to be away
 * or busy, $3, are left for later.
 */
export const takeEvents = sql(
  'take-events',
  `UPDATE outbox_events SET next_attempt_at = $2, taken_by = $4
   WHERE id = ANY ($5::uuid[]) AND acknowledged_at IS NULL AND dead_at IS NULL AND receiver <> ALL ($3::text[])
     AND (taken_by IS NULL OR next_attempt_at <= $1)
   RETURNING ${pending}`,
);

/** As `takeEvents`, those that are due. */
export const takeDueEvents = sql(
  'take-due-events',
  `UPDATE outbox_events SET next_attempt_at = $2, taken_by = $4 WHERE id = ANY (ARRAY(
     SELECT id FROM outbox_events
     WHERE acknowledged_at IS NULL AND dead_at IS NULL AND next_attempt_at <= $1 AND receiver <> ALL ($3::text[])
     ORDER BY next_attempt_at LIMIT $5 FOR UPDATE SKIP LOCKED)) RETURNING ${pending}`,
);

/** What a replica took and did not deliver after all. */
export const giveBackEvents = sql(
  'give-back-events',
  `UPDATE outbox_events SET next_attempt_at = $2, taken_by = NULL
   WHERE id = ANY ($1::uuid[]) AND taken_by = $3 AND acknowledged_at IS NULL`,
);

export const freeTakenEvents = sql(
  'free-taken-events',
  `UPDATE outbox_events SET next_attempt_at = $2, taken_by = NULL
   WHERE taken_by = ANY ($1::uuid[]) AND acknowledged_at IS NULL AND dead_at IS NULL RETURNING id`,
);

/** Nobody waits until this is on the disk: what a crash of PostgreSQL forgets is told again, and known already. */
export const acknowledgeEvents = sql(
  'acknowledge-events',
  `WITH ${relaxed}
   UPDATE outbox_events SET acknowledged_at = $2, attempts = attempts + 1, last_error = NULL
   FROM relaxed WHERE id = ANY ($1::uuid[]) AND acknowledged_at IS NULL`,
);

/** Puts an event off, and writes down in the same breath how the attempt went that began at $4. */
export const postponeEvent = sql(
  'postpone-event',
  `WITH postponed AS (
     UPDATE outbox_events SET next_attempt_at = $2, last_error = $3, attempts = attempts + 1, taken_by = NULL
     WHERE id = $1 AND acknowledged_at IS NULL RETURNING id, receiver)
   INSERT INTO delivery_attempts (event_id, receiver, reason, at, outcome, milliseconds)
   SELECT id, receiver, $3, $4, $5, $6 FROM postponed`,
);

/** A receiver is back: what was put off because it was away need not wait its turn. */
export const hastenEvents = sql(
  'hasten-events',
  `UPDATE outbox_events SET next_attempt_at = $2
   WHERE receiver = $1 AND acknowledged_at IS NULL AND dead_at IS NULL AND attempts > 0 AND next_attempt_at > $2
     AND taken_by IS NULL`,
);

export const giveUpEvents = sql(
  'give-up-events',
  `WITH given_up AS (
     UPDATE outbox_events SET dead_at = $2
     WHERE acknowledged_at IS NULL AND dead_at IS NULL AND coalesce(replayed_at, created_at) < $1
     RETURNING id, receiver)
   INSERT INTO delivery_attempts (event_id, receiver, at, outcome, reason)
   SELECT id, receiver, $2, 'given-up', 'too-old' FROM given_up RETURNING event_id AS id`,
);

export const forgetDeliveryAttempts = sql(
  'forget-delivery-attempts',
  `DELETE FROM delivery_attempts WHERE id = ANY (ARRAY(
     SELECT id FROM delivery_attempts WHERE at < $1 ORDER BY at LIMIT $2)) RETURNING id`,
);

/** Ids are UUIDv7: those below one made at a moment are older than it. */
export const forgetAcknowledgedEvents = sql(
  'forget-acknowledged-events',
  `DELETE FROM outbox_events WHERE id = ANY (ARRAY(
     SELECT id FROM outbox_events WHERE id < $1 AND acknowledged_at IS NOT NULL ORDER BY id LIMIT $2)) RETURNING id`,
);

/** Breaks the primary key where it was there before: what the event did is undone. */
export const receivedEvent: Attachment = {
  name: 'received-event',
  parts: (first) => `received_${first} AS (
     INSERT INTO received_events (issuer, jti, received_at) VALUES ($${first}, $${first + 1}, $${first + 2}))`,
};
/** The same in a statement that applies the event. @param saved name of a row that has to be there */
export function insertReceipt(first: number, saved: string): string {
  return `INSERT INTO received_events (issuer, jti, received_at)
     SELECT $${first}, $${first + 1}::uuid, $${first + 2}::timestamptz FROM ${saved}`;
}
export const receivedBefore = 'pk_received_events';
export const findReceivedEvent = sql(
  'find-received-event',
  'SELECT FROM received_events WHERE issuer = $1 AND jti = $2',
);

export const forgetReceivedEvents = sql(
  'forget-received-events',
  `DELETE FROM received_events WHERE ctid = ANY (ARRAY(
     SELECT ctid FROM received_events WHERE received_at < $1 ORDER BY received_at LIMIT $2)) RETURNING jti`,
);

/**
 * The oldest that wait, then what was given up. What the receiver rejected is not offered again until it is replayed: it
 * would stand before everything newer, and have an answer at once for each long poll.
 */
export const findEventsToPoll = sql(
  'find-events-to-poll',
  `SELECT id, token FROM (
     (SELECT id, token, dead_at FROM outbox_events
      WHERE receiver = $1 AND acknowledged_at IS NULL AND dead_at IS NULL ORDER BY id LIMIT $2)
     UNION ALL
     (SELECT id, token, dead_at FROM outbox_events
      WHERE receiver = $1 AND acknowledged_at IS NULL AND dead_at IS NOT NULL AND rejected_at IS NULL
      ORDER BY id LIMIT $2)) AS offered
   ORDER BY dead_at IS NOT NULL, id LIMIT $2`,
);

export const acknowledgePolledEvents = sql(
  'acknowledge-polled-events',
  `UPDATE outbox_events SET acknowledged_at = $3
   WHERE id = ANY ($2::uuid[]) AND receiver = $1 AND acknowledged_at IS NULL`,
);

export const rejectPolledEvent = sql(
  'reject-polled-event',
  `WITH rejected AS (
     UPDATE outbox_events SET dead_at = $3, rejected_at = $3, last_error = $4
     WHERE id = $2 AND receiver = $1 AND acknowledged_at IS NULL RETURNING id, receiver)
   INSERT INTO delivery_attempts (event_id, receiver, at, outcome, reason)
   SELECT id, receiver, $3, 'rejected', $4 FROM rejected`,
);
