import { sql } from '#platform';
import { sessionColumns } from './data-session-row.ts';

export const claim = sql(
  'claim-data-session',
  `UPDATE data_sessions s SET filler = $2, lease_until = $4, waiting = false
   WHERE id = $1 AND state = 'ACTIVE' AND lease_until <= $3 RETURNING ${sessionColumns}`,
);
export const saveProgress = sql(
  'save-fill-progress',
  `UPDATE data_sessions SET progress = $3, parts = coalesce($4, parts), lease_until = $5
   WHERE id = $1 AND filler = $2 AND state = 'ACTIVE' RETURNING fetched, expires_at AS "expiresAt"`,
);
export const addPart = sql(
  'add-data-part',
  `INSERT INTO data_parts (session_id, n, sealed, statement, digest, expires_at) VALUES ($1, $2, $3, $4, $5, $6)`,
);
export const addRefused = sql(
  'add-refused-records',
  `INSERT INTO refused_records (session_id, link_id, data_type, position, path, keyword, refused_at)
   SELECT $1, r.* , $2 FROM jsonb_to_recordset($3::jsonb) AS
     r("linkId" uuid, "dataType" text, position integer, path text, keyword text)`,
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
export const end = sql(
  'end-data-session',
  `UPDATE data_sessions SET state = $2, progress = $3, manifest = $4, served = $5, ended_at = $6, filler = NULL
   WHERE id = $1 RETURNING news_promised AS "newsPromised"`,
);
export const partDigests = sql('read-part-digests', 'SELECT digest FROM data_parts WHERE session_id = $1 ORDER BY n');
/**
 * Only a session that is still being filled is told how far it was fetched. Of parts long fetched the bytes go; no more
 * than $4 parts are skipped by who fetches, so that many are looked at.
 */
export const takePart = sql(
  'take-data-part',
  `WITH mark AS (
     UPDATE data_sessions SET fetched = $2::integer + 1
     WHERE id = $1 AND state = 'ACTIVE' AND fetched <= $2::integer
   ), emptied AS (
     UPDATE data_parts SET sealed = ''
     WHERE session_id = $1 AND n < $2::integer - $3::integer AND n >= $2::integer - $3::integer - $4::integer
       AND length(sealed) > 0
   )
   SELECT sealed, statement FROM data_parts WHERE session_id = $1 AND n = $2::integer AND length(sealed) > 0`,
);
export const deleteParts = sql('delete-data-parts', 'DELETE FROM data_parts WHERE session_id = $1');
export const deletePartsOf = sql(
  'delete-data-parts-of-consent',
  `DELETE FROM data_parts WHERE session_id IN (
     SELECT id FROM data_sessions WHERE manager = $1 AND artefact_id = $2)`,
);
export const deleteLapsedParts = sql('delete-lapsed-parts', 'DELETE FROM data_parts WHERE expires_at <= $1');
export const deleteOldSessions = sql(
  'delete-old-sessions',
  `WITH old AS (
     DELETE FROM data_sessions WHERE id IN (
       SELECT id FROM data_sessions WHERE expires_at < $1 AND state <> 'ACTIVE' ORDER BY expires_at LIMIT $2)
     RETURNING id
   ), refused AS (DELETE FROM refused_records WHERE session_id IN (SELECT id FROM old))
   SELECT id FROM old`,
);
export const listActive = sql(
  'list-active-sessions',
  `SELECT id FROM data_sessions WHERE manager = $1 AND artefact_id = $2 AND state = 'ACTIVE' ORDER BY id`,
);
export const wakeAll = sql(
  'wake-data-sessions-of-consent',
  `UPDATE data_sessions SET waiting = false
   WHERE manager = $1 AND artefact_id = $2 AND state = 'ACTIVE' AND waiting`,
);
export const lockOne = sql(
  'lock-data-session',
  `SELECT ${sessionColumns} FROM data_sessions s WHERE id = $1 FOR UPDATE`,
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
