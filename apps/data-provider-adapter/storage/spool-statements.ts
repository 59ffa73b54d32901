import { insertEvents, insertTrail, sql } from '#platform';
import { sessionColumns } from './data-session-row.ts';

export const claim = sql(
  'claim-data-session',
  `UPDATE data_sessions s SET filler = $2, lease_until = $4, waiting = false
   WHERE id = $1 AND state = 'ACTIVE' AND lease_until <= $3 RETURNING ${sessionColumns}`,
);

/** The accounts $6 of the principal $5 are all linked. */
const linked = `(
     SELECT count(*) FROM account_links l
     WHERE l.link_id = ANY ($6::uuid[]) AND l.manager = $2 AND l.principal = $5 AND l.state = 'ACTIVE'
   ) = cardinality($6::uuid[])`;
/**
 * All of a step or nothing of it. Only the consent that was judged is held: one that has changed since has another
 * version, and is looked at again after whoever changes it is done.
 */
const step = (changes: string, holds = linked) => `WITH held AS (
     SELECT FROM consent_standings WHERE manager = $2 AND artefact_id = $3 AND version = $4 FOR UPDATE
   ), saved AS (
     UPDATE data_sessions s SET progress = $7, parts = coalesce($8::integer + 1, parts), ${changes}
     FROM held WHERE s.id = $1 AND s.filler = $9 AND s.state = 'ACTIVE' AND ${holds}
     RETURNING s.id, s.fetched, s.expires_at, s.news_promised
   ), part AS (
     INSERT INTO data_parts (session_id, n, sealed, statement, digest, delivered, expires_at)
     SELECT id, $8, $10::bytea, $11, $12, $15::integer[], expires_at FROM saved WHERE $8 IS NOT NULL
   ), refused AS (
     INSERT INTO refused_records (session_id, link_id, data_type, position, path, keyword, refused_at)
     SELECT id, r.*, $14::timestamptz FROM saved, jsonb_to_recordset($13::jsonb) AS
       r("linkId" uuid, "dataType" text, position integer, path text, keyword text)
   )`;
const told = 'SELECT fetched, news_promised AS "newsPromised" FROM saved';
export const save = sql('save-fill-step', `${step('lease_until = $16')} ${told}`);
/** With what it comes to and the event that tells so; where $33, only if the data user waits for no news. */
export const saveLast = sql(
  'save-last-fill-step',
  `${step('state = $16, manifest = $17, served = $18, ended_at = $19, filler = NULL', `${linked} AND NOT ($33 AND s.news_promised)`)},
   released AS (
     INSERT INTO releases (session_id, ground, released_to, released_at, contents)
     SELECT id, $20::jsonb, $21, $19::timestamptz, $22::jsonb FROM saved
   ), events AS (${insertEvents(23, 'saved')}), noted AS (${insertTrail(34, 'saved')})
   ${told}`,
);
export const renew = sql(
  'renew-lease',
  `UPDATE data_sessions SET lease_until = $3 WHERE id = $1 AND filler = $2 AND state = 'ACTIVE' RETURNING fetched`,
);
export const release = sql(
  'release-data-session',
  `UPDATE data_sessions SET filler = NULL, lease_until = $3 WHERE id = $1 AND filler = $2 AND state = 'ACTIVE'`,
);
export const free = sql(
  'free-data-sessions',
  `UPDATE data_sessions SET filler = NULL, lease_until = $2
   WHERE filler = ANY ($1::uuid[]) AND state = 'ACTIVE' RETURNING id`,
);
export const letGo = sql(
  'let-go-of-data-session',
  `UPDATE data_sessions SET filler = NULL, waiting = true WHERE id = $1 AND filler = $2 AND state = 'ACTIVE'
   RETURNING parts, news_promised AS "newsPromised"`,
);
export const wake = sql('wake-data-session', 'UPDATE data_sessions SET waiting = false WHERE id = $1');
export const lock = sql('lock-data-session', `SELECT ${sessionColumns} FROM data_sessions s WHERE id = $1 FOR UPDATE`);
export const end = sql(
  'end-data-session',
  `WITH ended AS (
     UPDATE data_sessions SET progress = $2, state = $3, manifest = $4, served = $5, ended_at = $6, filler = NULL
     WHERE id = $1 RETURNING id, news_promised
   ), released AS (
     INSERT INTO releases (session_id, ground, released_to, released_at, contents)
     SELECT id, $7::jsonb, $8, $6::timestamptz, $9::jsonb FROM ended
   ), events AS (${insertEvents(10, 'ended')}), noted AS (${insertTrail(20, 'ended')})
   SELECT news_promised AS "newsPromised" FROM ended`,
);
export const giveBackUse = sql(
  'give-use-back',
  `DELETE FROM consent_uses WHERE manager = $1 AND artefact_id = $2 AND data_request_id = $3 AND NOT EXISTS (
     SELECT FROM data_sessions s WHERE s.manager = $1 AND s.artefact_id = $2 AND s.data_request_id = $3
     AND (s.state = 'ACTIVE' OR s.served > 0))`,
);
export const listSealed = sql(
  'list-sealed-parts',
  'SELECT digest, delivered FROM data_parts WHERE session_id = $1 ORDER BY n',
);
export const hasPart = sql('has-data-part', 'SELECT FROM data_parts WHERE session_id = $1 AND n = $2');
/**
 * Only a session that is still being filled is told how far it was fetched. Of parts long fetched the bytes go; no more
 * than $4 parts are skipped by who fetches, so that many are looked at.
 */
export const markFetched = sql(
  'mark-part-fetched',
  `WITH mark AS (
     UPDATE data_sessions SET fetched = $2::integer + 1
     WHERE id = $1 AND state = 'ACTIVE' AND fetched <= $2::integer RETURNING 1
   ), gone AS (
     UPDATE data_parts SET sealed = ''
     WHERE session_id = $1 AND n < $2::integer - $3::integer AND n >= $2::integer - $3::integer - $4::integer
       AND length(sealed) > 0
   )
   SELECT FROM mark`,
);
export const deleteParts = sql('delete-data-parts', 'DELETE FROM data_parts WHERE session_id = $1');
/** The consent is locked: none of its sessions ends meanwhile but by its age, and that one takes its parts along. */
export const empty = sql(
  'empty-spool-of-consent',
  `WITH of_consent AS (
     SELECT id, state FROM data_sessions WHERE manager = $1 AND artefact_id = $2
   ), gone AS (
     DELETE FROM data_parts WHERE session_id IN (SELECT id FROM of_consent WHERE state <> 'ACTIVE')
   )
   SELECT id FROM of_consent WHERE state = 'ACTIVE' ORDER BY id`,
);
export const deleteLapsedParts = sql('delete-lapsed-parts', 'DELETE FROM data_parts WHERE expires_at <= $1');
export const deleteOldSessions = sql(
  'delete-old-sessions',
  `WITH old AS (
     DELETE FROM data_sessions WHERE id IN (
       SELECT id FROM data_sessions WHERE expires_at < $1 AND state <> 'ACTIVE' ORDER BY expires_at LIMIT $2)
     RETURNING id
   ), refused AS (DELETE FROM refused_records WHERE session_id IN (SELECT id FROM old)
   ), said AS (DELETE FROM session_refusals WHERE refused_at < $1
   ), findings AS (DELETE FROM session_findings WHERE session_id IN (SELECT id FROM old) OR heard_at < $1)
   SELECT id FROM old`,
);
export const wakeAll = sql(
  'wake-data-sessions-of-consent',
  `UPDATE data_sessions SET waiting = false
   WHERE manager = $1 AND artefact_id = $2 AND state = 'ACTIVE' AND waiting`,
);
export const listAbandoned = sql(
  'list-abandoned-sessions',
  `SELECT id FROM data_sessions WHERE state = 'ACTIVE' AND lease_until <= $1 AND NOT waiting AND expires_at > $1
   ORDER BY lease_until LIMIT $2`,
);
export const listOverdue = sql(
  'list-overdue-sessions',
  `SELECT id FROM data_sessions WHERE state = 'ACTIVE' AND expires_at <= $1 ORDER BY expires_at LIMIT $2`,
);
