import { insertTrail, sql } from '#platform';

export const handOverColumns = `id, session_id AS "sessionId", consent_id AS "consentId", kind, target, state, begun,
  progress, found, files_deleted AS "filesDeleted", erase_reason AS "eraseReason", problem, tries,
  trying_since AS "tryingSince", created_at AS "createdAt", delivered_at AS "deliveredAt", erased_at AS "erasedAt"`;

const letGo = 'worker = NULL, replica = NULL, leased_until = NULL';
/** While this go holds it. Where erasing has begun, or another has taken over, it does not. */
const held = 'id = $1 AND worker = $2';

export const noteRead = sql(
  'note-read',
  `WITH reading AS (
     INSERT INTO hand_overs (id, session_id, consent_id, kind, target, state, begun, files_deleted, tries, trying_since,
       next_try_at, created_at, delivered_at) VALUES ($1, $2, $3, 'read', '', 'DELIVERED', true, 0, 0, $4, $4, $4, $4)
     ON CONFLICT DO NOTHING)
   ${insertTrail(5)}`,
);
export const findHandOver = sql('find-hand-over', `SELECT ${handOverColumns} FROM hand_overs WHERE id = $1`);
export const listHandOvers = sql(
  'list-hand-overs',
  `SELECT ${handOverColumns} FROM hand_overs WHERE (state = ANY ($1) OR $4 AND state = 'ERASING' AND kind = 'file' AND tries > 0)
     AND ($2::uuid IS NULL OR id < $2)
   ORDER BY id DESC LIMIT $3`,
);
export const listOfSessions = sql(
  'list-hand-overs-of-sessions',
  `SELECT ${handOverColumns} FROM hand_overs WHERE session_id = ANY ($1::uuid[]) ORDER BY id`,
);
export const listDue = sql(
  'list-due-hand-overs',
  `SELECT id, state FROM hand_overs WHERE state IN ('WAITING', 'ERASING') AND next_try_at <= $1
     AND (worker IS NULL OR leased_until <= clock_timestamp()) ORDER BY next_try_at LIMIT $2`,
);
export const findHandedSession = sql(
  'find-handed-session',
  `SELECT id AS "sessionId", consent_id AS "consentId", provider, manifest_digest AS "manifestDigest", records,
     received_at AS "receivedAt", erase_by AS "eraseBy" FROM data_sessions
   WHERE id = $1 AND state IN ('COMPLETED', 'PARTIAL') AND erased_at IS NULL AND erase_by > $2`,
);
export const lease = sql(
  'lease-hand-over',
  `UPDATE hand_overs SET worker = $2, replica = $3, leased_until = clock_timestamp() + make_interval(secs => $6)
   WHERE id = $1 AND state = $4 AND next_try_at <= $5 AND (worker IS NULL OR leased_until <= clock_timestamp())
   RETURNING ${handOverColumns}`,
);
export const renew = sql(
  'renew-hand-over',
  `UPDATE hand_overs SET leased_until = clock_timestamp() + make_interval(secs => $3) WHERE ${held} RETURNING id`,
);
export const free = sql(
  'free-hand-overs',
  `UPDATE hand_overs SET ${letGo} WHERE replica = ANY ($1::uuid[]) RETURNING id, state`,
);
export const begin = sql('begin-hand-over', `UPDATE hand_overs SET begun = true WHERE ${held} RETURNING id`);
export const recordProgress = sql(
  'record-hand-over-progress',
  `UPDATE hand_overs SET progress = $3, tries = 0 WHERE ${held} RETURNING id`,
);
export const recordFound = sql('record-found-files', `UPDATE hand_overs SET found = $3 WHERE ${held} RETURNING id`);
export const recordDelivered = sql(
  'record-delivered',
  `WITH delivered AS (
     UPDATE hand_overs SET state = 'DELIVERED', progress = $3, delivered_at = $4, problem = NULL, tries = 0, ${letGo}
     WHERE ${held} AND state = 'WAITING' RETURNING id
   ), noted AS (${insertTrail(5, 'delivered')}) SELECT id FROM delivered`,
);
export const putOff = sql(
  'put-off-hand-over',
  `UPDATE hand_overs SET state = $3, problem = $4, next_try_at = $5, tries = tries + 1, ${letGo}
   WHERE ${held} RETURNING id`,
);
export const retry = sql(
  'retry-hand-over',
  `UPDATE hand_overs SET state = $3, tries = 0, trying_since = $4, next_try_at = $4, ${letGo}
   WHERE id = $1 AND state = $2 RETURNING id`,
);

/** What may have got somewhere is to be taken back; what never began is gone with the rows. */
export const beginErasing = sql(
  'begin-erasing-hand-overs',
  `UPDATE hand_overs h SET ${letGo}, erase_reason = $2, tries = 0, trying_since = $3, next_try_at = $3, problem = NULL,
     erased_at = CASE WHEN begun AND kind <> 'read' THEN NULL ELSE $3::timestamptz END,
     state = CASE WHEN NOT begun THEN 'ERASED' WHEN kind = 'read' THEN 'NOT_COVERED' ELSE 'ERASING' END
   WHERE consent_id = $1 AND state IN ('WAITING', 'DELIVERED', 'FAILED')
     AND ($4::timestamptz IS NULL OR EXISTS (
       SELECT FROM data_sessions s WHERE s.id = h.session_id AND s.erase_by <= $4))`,
);
export const listErasing = sql(
  'list-erasing-hand-overs',
  `SELECT ${handOverColumns} FROM hand_overs WHERE consent_id = $1 AND state = 'ERASING' ORDER BY id`,
);
export const listFolders = sql(
  'list-hand-over-folders',
  `SELECT DISTINCT target FROM hand_overs WHERE consent_id = $1 AND kind = 'file'`,
);
/** What was found is to be taken back: once more, or, where no row tells of it, for the first time. */
export const reopen = sql(
  'reopen-hand-over',
  `INSERT INTO hand_overs AS h (id, session_id, consent_id, kind, target, state, begun, files_deleted, erase_reason,
     problem, tries, trying_since, next_try_at, created_at)
   SELECT $1::uuid, $2::uuid, $3::uuid, 'file', $4::text, 'ERASING', true, 0, $5::text, 'files were found', 0,
     $6::timestamptz, $6::timestamptz, $6::timestamptz
   WHERE $7::timestamptz IS NULL OR EXISTS (SELECT FROM data_sessions s WHERE s.id = $2 AND s.erase_by <= $7)
   ON CONFLICT (session_id, kind, target) DO UPDATE
     SET state = 'ERASING', erase_reason = EXCLUDED.erase_reason, problem = EXCLUDED.problem, erased_at = NULL,
       reported_state = NULL, tries = 0, trying_since = $6, next_try_at = $6, ${letGo}
     WHERE h.state = 'ERASED'
   RETURNING id`,
);
export const recordTakenBack = sql(
  'record-taken-back',
  `UPDATE hand_overs SET state = $3, files_deleted = $4, problem = $5, erased_at = $6, ${letGo}
   WHERE ${held} AND state = 'ERASING' RETURNING consent_id AS "consentId", reported_state AS "reportedState"`,
);
export const accountForHandOvers = sql(
  'account-for-hand-overs',
  `UPDATE hand_overs SET reported_state = state
   WHERE consent_id = $1 AND begun AND state IN ('ERASING', 'ERASED', 'UNREACHABLE', 'NOT_COVERED')
     AND reported_state IS DISTINCT FROM state
   RETURNING kind, target, state, files_deleted AS "filesDeleted", problem`,
);
