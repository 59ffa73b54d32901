import { insertTrail, sql } from '#platform';
import { standingColumns } from './data-session-statements.ts';
import { handOverColumns } from './hand-over-statements.ts';

const columns = `id, request_id AS "requestId", ask_digest AS "askDigest", consent_id AS "consentId", manager,
  data_types AS "dataTypes", data_range AS "dataRange", jkt, fetch_time AS "fetch", own_check AS "ownCheck", state, use_id AS "useId",
  requested_at AS "requestedAt", refusal, tries, next_try_at AS "nextTryAt", created_at AS "createdAt"`;

/** Under the version $14 of the consent, or any. */
export const add = sql(
  'add-data-request',
  `WITH added AS (
   INSERT INTO data_requests (id, request_id, ask_digest, consent_id, manager, data_types, data_range, jkt, fetch_time,
     own_check, state, tries, next_try_at, created_at, sent_by)
   SELECT $1::uuid, $2::uuid, $3, $4::uuid, $5, $6::json, $7::json, $8, $9, $10::boolean, 'PENDING', 0,
     $11::timestamptz, $12::timestamptz, $13::uuid
   WHERE $14::integer IS NULL OR $14::integer = (SELECT version FROM consents WHERE id = $4::uuid)
   ON CONFLICT (request_id) DO NOTHING RETURNING id), noted AS (${insertTrail(15, 'added')}) SELECT id FROM added`,
);
/** With its sessions and their hand-overs, each a JSON array. */
export const find = sql(
  'find-data-request',
  `SELECT ${columns},
     (SELECT coalesce(json_agg(each ORDER BY each.id), '[]') FROM (
        SELECT ${standingColumns} FROM data_sessions s WHERE s.data_request_id = $1) each) AS sessions,
     (SELECT coalesce(json_agg(each ORDER BY each.id), '[]') FROM (
        SELECT ${handOverColumns} FROM hand_overs WHERE session_id IN (
          SELECT s.id FROM data_sessions s WHERE s.data_request_id = $1)) each) AS "handOvers"
   FROM data_requests WHERE id = $1`,
);
export const findByRequestId = sql(
  'find-data-request-by-id',
  `SELECT ${columns} FROM data_requests WHERE request_id = $1`,
);
export const listOfConsent = sql(
  'list-data-requests',
  `SELECT ${columns} FROM data_requests WHERE consent_id = $1 ORDER BY id DESC LIMIT 200`,
);
export const takeDue = sql(
  'take-due-data-requests',
  `UPDATE data_requests SET tries = tries + 1, next_try_at = $2, sent_by = $4 WHERE id IN (
     SELECT id FROM data_requests WHERE state = 'PENDING' AND next_try_at <= $1
     ORDER BY next_try_at LIMIT $3 FOR UPDATE SKIP LOCKED) RETURNING ${columns}`,
);
export const putOff = sql(
  'put-off-data-request',
  'UPDATE data_requests SET next_try_at = $2, sent_by = NULL WHERE id = $1',
);
export const free = sql(
  'free-data-requests',
  `UPDATE data_requests SET next_try_at = $2, sent_by = NULL
   WHERE sent_by = ANY ($1::uuid[]) AND state = 'PENDING' RETURNING id`,
);
/** The consent is locked first: where erasing has come before, the request waits no more by the time it is written. */
export const authorise = sql(
  'authorise-data-request',
  `WITH held AS (SELECT id, claims, state, version, resume_at FROM consents WHERE id = $1 FOR UPDATE),
   used AS (
     UPDATE data_requests r SET state = 'AUTHORISED', use_id = $3, requested_at = $4 FROM held
     WHERE r.id = $2 AND r.state = 'PENDING' RETURNING r.id, r.consent_id, r.manager),
   begun AS (
     INSERT INTO data_sessions (id, data_request_id, consent_id, manager, provider, state, work, own_check, access_token,
       token_expires_at, recipient_key, open_request_id, opened, next_part, records, erased_rows, tries, worker,
       leased_until, next_try_at, created_at)
     SELECT s.id, used.id, used.consent_id, used.manager, s.provider, 'ACTIVE', $5::text, $6::boolean, s.access_token,
       s.token_expires_at, s.recipient_key, s.open_request_id, false, 0, 0, 0, 0, $7::uuid,
       $8::timestamptz, $9::timestamptz, $10::timestamptz
     FROM used, unnest($11::uuid[], $12::text[], $13::bytea[], $14::timestamptz[], $15::bytea[], $16::uuid[])
       AS s (id, provider, access_token, token_expires_at, recipient_key, open_request_id))
   SELECT held.claims, held.state, held.version, held.resume_at AS "resumeAt",
     (SELECT wrapped FROM consent_keys WHERE consent_id = $1) AS "wrappedKey" FROM held, used`,
);
export const addRetry = sql(
  'retry-data-session',
  `WITH held AS (SELECT id, claims, state, version, resume_at FROM consents WHERE id = $1 FOR UPDATE),
   begun AS (
     INSERT INTO data_sessions (id, data_request_id, consent_id, manager, provider, state, work, own_check, access_token,
       token_expires_at, recipient_key, open_request_id, opened, next_part, records, erased_rows, tries, worker,
       leased_until, next_try_at, created_at, retry_of, retry_accounts)
     SELECT $3::uuid, r.id, r.consent_id, r.manager, $4::text, 'ACTIVE', 'FETCH', r.own_check, $5::bytea,
       $6::timestamptz, $7::bytea, $8::uuid, false, 0, 0, 0, 0, $9::uuid, $10::timestamptz, $11::timestamptz,
       $12::timestamptz, $13::uuid, $14::json
     FROM data_requests r, held WHERE r.id = $2 AND r.state = 'AUTHORISED' ON CONFLICT DO NOTHING RETURNING id),
   noted AS (${insertTrail(15, 'begun')})
   SELECT held.claims, held.state, held.version, held.resume_at AS "resumeAt",
     (SELECT wrapped FROM consent_keys WHERE consent_id = $1) AS "wrappedKey" FROM held, begun`,
);
export const recordRefusal = sql(
  'refuse-data-request',
  `UPDATE data_requests SET state = 'REFUSED', refusal = $2 WHERE id = $1 AND state = 'PENDING' RETURNING id`,
);
export const refuseWaiting = sql(
  'refuse-waiting-data-requests',
  `UPDATE data_requests SET state = 'REFUSED', refusal = $2 WHERE consent_id = $1 AND state = 'PENDING'`,
);
