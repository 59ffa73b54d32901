import { insertTrail } from '../audit-trail/trail-statements.ts';
import type { Attachment } from '../database/attachment.ts';
import { relaxed, type Statement, sql } from '../database/statement.ts';

/**
 * Replay guard, claim of the request id and what came of it: breaks the primary key of the one or else of the other where
 * it was there before, which undoes the act. Two at once wait for each other.
 */
export const keptCommand: Attachment = {
  name: 'command',
  parts: (first) => {
    const [iss, jti, seenUntil, requestId, digest, at, body] = Array.from({ length: 7 }, (_, n) => `$${first + n}`);
    return `seen_${first} AS (
     INSERT INTO seen_messages (iss, jti, expires_at) VALUES (${iss}, ${jti}, ${seenUntil}) RETURNING iss
   ), kept_${first} AS (
     INSERT INTO command_outcomes (iss, request_id, digest, created_at, body)
     SELECT iss, ${requestId}::uuid, ${digest}, ${at}::timestamptz, ${body}::json FROM seen_${first})`;
  },
};
export const seenBefore = 'pk_seen_messages';
export const claimedBefore = 'pk_command_outcomes';

export const recordSeenMessage = sql(
  'record-seen-message',
  'INSERT INTO seen_messages (iss, jti, expires_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING jti',
);

const seen = (from = '') => `seen AS (
     INSERT INTO seen_messages (iss, jti, expires_at) SELECT $1, $2, $3 ${from} ON CONFLICT DO NOTHING RETURNING jti
   )`;
const standing = `SELECT EXISTS (SELECT FROM seen) AS fresh, before.digest, before.body
   FROM (VALUES (1)) AS call LEFT JOIN command_outcomes before ON before.iss = $1 AND before.request_id = $4`;
/** The id of a refused message is kept, and the outcome read of the command that was taken under its request id. */
export const recordRefused = sql('record-refused-message', `WITH ${seen()} ${standing}`);
const noted = `first AS (
     SELECT FROM seen WHERE NOT EXISTS (SELECT FROM command_outcomes WHERE iss = $1 AND request_id = $4)
   ), noted AS (${insertTrail(5, 'first')})`;
/** With an entry of the audit trail, $5 and $6, where it was neither seen nor taken before. */
export const recordRefusedNoted = sql('record-refused-message-noted', `WITH ${seen()}, ${noted} ${standing}`);
/** With a row of the role's own beside it. @param insert with values from $7 on, selected `FROM first` */
export const recordRefusedWith = (name: string, insert: string): Statement =>
  sql(`record-refused-message+${name}`, `WITH ${seen()}, ${noted}, beside AS (${insert}) ${standing}`);
/** Nobody waits until it is on the disk: after a crash of PostgreSQL a refused message is judged as any other is. */
export const recordRefusedAlone = sql(
  'record-refused-message-alone',
  `WITH ${relaxed}, ${seen('FROM relaxed')} ${standing}`,
);

export const forgetSeenMessages = sql(
  'forget-seen-messages',
  `DELETE FROM seen_messages WHERE ctid = ANY (ARRAY(
     SELECT ctid FROM seen_messages WHERE expires_at < $1 ORDER BY expires_at LIMIT $2)) RETURNING 1 AS one`,
);

export const forgetOutcomes = sql(
  'forget-outcomes',
  `DELETE FROM command_outcomes WHERE ctid = ANY (ARRAY(
     SELECT ctid FROM command_outcomes WHERE created_at < $1 ORDER BY created_at LIMIT $2)) RETURNING 1 AS one`,
);
