import { sql } from '#platform';

const columns = `id, data_request_id AS "dataRequestId", consent_id AS "consentId", manager, provider, state, work,
  own_check AS "ownCheck", access_token AS "accessToken", token_expires_at AS "tokenExpiresAt",
  recipient_key AS "recipientKey", open_request_id AS "openRequestId", opened, next_part AS "nextPart",
  last_digest AS "lastDigest", manifest_digest AS "manifestDigest", accounts, records, misfits, refusal,
  received_at AS "receivedAt", erase_by AS "eraseBy", erased_at AS "erasedAt", erased_rows AS "erasedRows", tries,
  created_at AS "createdAt"`;

/** While this worker holds it and it has not ended. */
const held = `id = $1 AND worker = $2 AND state = 'ACTIVE'`;

export const addSession = sql(
  'add-session',
  `INSERT INTO data_sessions (id, data_request_id, consent_id, manager, provider, state, work, own_check, access_token,
     token_expires_at, opened, next_part, records, erased_rows, tries, next_try_at, created_at)
   VALUES ($1, $2, $3, $4, $5, 'ACTIVE', $6, $7, $8, $9, false, 0, 0, 0, 0, $10, $11)`,
);
export const findSession = sql('find-session', `SELECT ${columns} FROM data_sessions WHERE id = $1`);
export const listOfRequest = sql(
  'list-sessions-of-request',
  `SELECT ${columns} FROM data_sessions WHERE data_request_id = $1 ORDER BY id`,
);
export const listOfConsent = sql(
  'list-sessions-of-consent',
  `SELECT ${columns} FROM data_sessions WHERE consent_id = $1 ORDER BY id DESC LIMIT 1000`,
);
export const listDue = sql(
  'list-due-sessions',
  `SELECT id FROM data_sessions WHERE work <> 'NONE' AND next_try_at <= $1 ORDER BY next_try_at LIMIT $2`,
);
export const release = sql(
  'release-sessions',
  `UPDATE data_sessions SET work = 'FETCH', own_check = $2, next_try_at = $3
   WHERE data_request_id = $1 AND work = 'HOLD' AND state = 'ACTIVE' RETURNING id`,
);
export const wake = sql(
  'wake-session',
  `UPDATE data_sessions SET next_try_at = CASE WHEN work = 'FETCH' AND worker IS NULL THEN $3 ELSE next_try_at END
   WHERE id = $1 AND provider = $2 RETURNING id`,
);
export const lease = sql(
  'lease-session',
  `UPDATE data_sessions SET worker = $2, leased_until = $4, next_try_at = $4
   WHERE id = $1 AND work <> 'NONE' AND (worker IS NULL OR leased_until <= $3) RETURNING ${columns}`,
);
export const putOff = sql(
  'put-off-session',
  `UPDATE data_sessions SET worker = NULL, leased_until = NULL, next_try_at = $3, tries = tries + 1
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
export const recordRecipientKey = sql(
  'record-recipient-key',
  `UPDATE data_sessions SET recipient_key = $3, open_request_id = $4 WHERE ${held} RETURNING id`,
);
export const recordOpened = sql(
  'record-opened',
  `UPDATE data_sessions SET opened = true, tries = 0 WHERE ${held} RETURNING id`,
);
export const recordPartProgress = sql(
  'record-part-progress',
  `UPDATE data_sessions SET next_part = $3 + 1, last_digest = $4, leased_until = $5, next_try_at = $5, tries = 0
   WHERE ${held} AND next_part = $3 RETURNING id`,
);
export const recordEnd = sql(
  'end-session',
  `UPDATE data_sessions SET state = $3, work = 'ACKNOWLEDGE', recipient_key = NULL, manifest = $4,
     manifest_digest = $5, accounts = $6, records = $7, received_at = $8, erase_by = $9, misfits = $10, tries = 0
   WHERE ${held} RETURNING data_request_id AS "dataRequestId"`,
);
export const recordFailure = sql(
  'fail-session',
  `UPDATE data_sessions SET state = $3, work = 'NONE', recipient_key = NULL, access_token = NULL, refusal = $4,
     worker = NULL, leased_until = NULL WHERE ${held} RETURNING data_request_id AS "dataRequestId"`,
);
export const recordAcknowledged = sql(
  'acknowledge-session',
  `UPDATE data_sessions SET work = 'NONE', access_token = NULL, worker = NULL, leased_until = NULL
   WHERE id = $1 AND worker = $2`,
);
export const deletePartsOfSession = sql('delete-parts-of-session', 'DELETE FROM received_parts WHERE session_id = $1');
