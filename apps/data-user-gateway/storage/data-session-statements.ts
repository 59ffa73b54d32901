import { insertEvents, insertTrail, relaxed, sql } from '#platform';

export const standingColumns = `s.id, s.data_request_id AS "dataRequestId", s.consent_id AS "consentId", s.manager, s.provider,
  s.state, s.work, s.own_check AS "ownCheck", s.token_expires_at AS "tokenExpiresAt",
  s.open_request_id AS "openRequestId", s.opened, s.next_part AS "nextPart", s.last_digest AS "lastDigest",
  s.manifest_digest AS "manifestDigest", s.accounts, s.records, s.misfits, s.refusal, s.received_at AS "receivedAt",
  s.erase_by AS "eraseBy", s.erased_at AS "erasedAt", s.erased_rows AS "erasedRows", s.tries,
  s.retry_of AS "retryOf", s.retry_accounts AS "retryAccounts", s.created_at AS "createdAt"`;

/** With what a session answers, and the consent it is fetched under. */
const leased = `${standingColumns}, s.access_token AS "accessToken", s.recipient_key AS "recipientKey",
  r.use_id AS "useId", r.data_types AS "dataTypes", r.data_range AS "dataRange", c.claims,
  c.state AS "consentState", c.version AS "consentVersion", c.resume_at AS "resumeAt",
  (SELECT wrapped FROM consent_keys k WHERE k.consent_id = c.id) AS "wrappedKey"`;
const origins = 'data_requests r, consents c';
const ofOrigins = 'r.id = s.data_request_id AND c.id = s.consent_id';

/** While this worker holds it and it has not ended. */
const held = `id = $1 AND worker = $2 AND state = 'ACTIVE'`;
/** The same, under the version $3 of the consent, or any; a part $4 only as the next. */
const keeps = `${held} AND ($3::integer IS NULL OR $3::integer = (
       SELECT c.version FROM consents c WHERE c.id = data_sessions.consent_id))
     AND ($4::integer IS NULL OR next_part = $4::integer)`;
/** In `row`, what $4 to $7 say of a part. */
const insertPart = (row: string) => `INSERT INTO received_parts (session_id, n, consent_id, digest, counts, ciphertext)
     SELECT id, $4::integer, consent_id, $5::text, $6::json, $7::bytea FROM ${row} WHERE $4::integer IS NOT NULL`;

export const listOfConsent = sql(
  'list-sessions-of-consent',
  `SELECT ${standingColumns} FROM data_sessions s WHERE s.consent_id = $1 ORDER BY s.id DESC LIMIT 1000`,
);
export const listDue = sql(
  'list-due-sessions',
  `SELECT id FROM data_sessions WHERE work <> 'NONE' AND next_try_at <= $1 ORDER BY next_try_at LIMIT $2`,
);
const releaseFrom = (more: string) => `UPDATE data_sessions s SET work = 'FETCH', own_check = $2, worker = $4,
     leased_until = $5::timestamptz, next_try_at = coalesce($5, $3::timestamptz)
   FROM ${origins}${more} WHERE s.data_request_id = $1 AND s.work = 'HOLD' AND s.state = 'ACTIVE' AND ${ofOrigins}
   RETURNING ${leased}`;
export const release = sql('release-sessions', releaseFrom(''));
/** Nobody waits until it is on the disk: whoever asked is answered by what comes of it, which is written after it. */
export const releaseAwaited = sql('release-awaited-sessions', `WITH ${relaxed} ${releaseFrom(', relaxed')}`);
export const wake = sql(
  'wake-session',
  `UPDATE data_sessions SET next_try_at = CASE WHEN work = 'FETCH' AND worker IS NULL THEN $3 ELSE next_try_at END
   WHERE id = $1 AND provider = $2 RETURNING id`,
);
export const lease = sql(
  'lease-session',
  `UPDATE data_sessions s SET worker = $2, leased_until = $4, next_try_at = $4 FROM ${origins}
   WHERE s.id = $1 AND s.work <> 'NONE' AND (s.worker IS NULL OR s.leased_until <= $3) AND ${ofOrigins}
   RETURNING ${leased}`,
);
export const findStanding = sql(
  'find-standing',
  'SELECT state, version, resume_at AS "resumeAt" FROM consents WHERE id = $1',
);
export const putOff = sql(
  'put-off-session',
  `UPDATE data_sessions SET worker = NULL, leased_until = NULL, next_try_at = $3, opened = $4, tries = tries + 1
   WHERE id = $1 AND worker = $2 RETURNING id`,
);
export const free = sql(
  'free-sessions',
  `UPDATE data_sessions SET worker = NULL, leased_until = NULL, next_try_at = $2
   WHERE worker = ANY ($1::uuid[]) AND work <> 'NONE' RETURNING id`,
);
export const recordToken = sql(
  'record-token',
  `UPDATE data_sessions SET access_token = $3, token_expires_at = $4
   WHERE id = $1 AND worker = $2 AND work <> 'NONE' RETURNING id`,
);
/** Nobody waits until it is on the disk: what a crash of PostgreSQL forgets is fetched again, until the end is recorded. */
export const recordPart = sql(
  'record-part',
  `WITH ${relaxed}, progress AS (
     UPDATE data_sessions SET opened = true, next_part = $4::integer + 1, last_digest = $5::text,
       leased_until = coalesce($8, leased_until), next_try_at = coalesce($8, next_try_at), tries = 0
     FROM relaxed WHERE ${keeps} RETURNING id, consent_id)
   ${insertPart('progress')} RETURNING n`,
);
export const recordEnd = sql(
  'end-session',
  `WITH ended AS (
     UPDATE data_sessions SET state = $8, work = 'ACKNOWLEDGE', recipient_key = NULL, manifest = $9,
       manifest_digest = $10, accounts = $11, records = $12, received_at = $13::timestamptz, erase_by = $14,
       misfits = $15, tries = 0, opened = true, next_part = coalesce($4::integer + 1, next_part),
       last_digest = coalesce($5::text, last_digest)
     WHERE ${keeps} RETURNING id, consent_id
   ), kept AS (${insertPart('ended')}
   ), handed AS (
     INSERT INTO hand_overs (id, session_id, consent_id, kind, target, state, begun, files_deleted, tries, trying_since,
       next_try_at, created_at)
     SELECT h.id, ended.id, ended.consent_id, h.kind, h.target, 'WAITING', false, 0, 0, $13::timestamptz,
       $13::timestamptz, $13::timestamptz
     FROM ended, json_to_recordset($16) AS h (id uuid, kind text, target text)
   ), events AS (${insertEvents(17, 'ended')}), noted AS (${insertTrail(27, 'ended')})
   SELECT id FROM ended`,
);
/** What came of it is deleted at once. Of one the provider may have opened a receipt says so at the end of its data life. */
export const recordFailure = sql(
  'fail-session',
  `WITH mine AS (
     SELECT id FROM data_sessions WHERE ${held} FOR UPDATE
   ), deleted AS (
     DELETE FROM received_parts p USING mine WHERE p.session_id = mine.id RETURNING p.counts
   ), failed AS (
     UPDATE data_sessions s SET state = $3, work = 'NONE', recipient_key = NULL, access_token = NULL, refusal = $4,
       failed_at = $5, erase_by = coalesce(erase_by, $6), worker = NULL, leased_until = NULL,
       erased_rows = (SELECT coalesce(sum((c->>'records')::integer), 0) FROM deleted d, json_array_elements(d.counts) c)
     FROM mine WHERE s.id = mine.id RETURNING s.id
   ), noted AS (${insertTrail(7, 'failed')})
   SELECT id FROM failed`,
);
/** Nobody waits until this is on the disk: what a crash of PostgreSQL forgets is told the provider once more. */
export const recordAcknowledged = sql(
  'acknowledge-sessions',
  `WITH ${relaxed}
   UPDATE data_sessions SET work = 'NONE', access_token = NULL, worker = NULL, leased_until = NULL
   FROM relaxed WHERE id = ANY ($1::uuid[]) AND worker = ANY ($2::uuid[])`,
);
