import { insertTrail, relaxed, sql } from '#platform';
import { consentColumns } from './consent-row.ts';
import { sessionColumns, standingColumns } from './data-session-row.ts';

const ofConsent = `SELECT ${consentColumns} FROM consent_artefacts a JOIN consent_standings c USING (manager, artefact_id)
     WHERE manager = $1 AND artefact_id = $2`;
const linksOfHeld = `(
     SELECT json_agg(json_build_object('linkId', l.link_id, 'accountKey', l.account_key, 'label', l.label,
              'dataTypes', l.data_types) ORDER BY array_position(held.a_accounts, l.link_id))
     FROM account_links l WHERE l.link_id = ANY (held.a_accounts) AND l.manager = held.a_manager
       AND l.principal = held.a_principal AND l.state = 'ACTIVE') AS links
   FROM (VALUES (1)) AS call LEFT JOIN held ON true`;

/** The proof is kept, the consent locked and everything the checks ask for read in one round trip. */
export const lockGround = sql(
  'lock-ground',
  `WITH seen AS (
     INSERT INTO seen_proofs (jkt, jti, expires_at) VALUES ($3, $4, $5) ON CONFLICT DO NOTHING RETURNING 1
   ), held AS (${ofConsent} FOR UPDATE OF c)
   SELECT EXISTS (SELECT FROM seen) AS fresh, held.*, ${linksOfHeld}`,
);
/** The same to look at only: nothing is kept or locked. */
export const findGround = sql(
  'find-ground',
  `WITH held AS (${ofConsent})
   SELECT NOT EXISTS (SELECT FROM seen_proofs WHERE jkt = $3 AND jti = $4) AS fresh, held.*, ${linksOfHeld}`,
);

/** What is counted and read here may have changed while the lock of the consent was waited for: so after it. */
export const tally = sql(
  'tally-of-consent',
  `SELECT EXISTS (SELECT FROM data_sessions WHERE id = $3) AS "isThere", (
     SELECT count(*)::integer FROM consent_uses WHERE manager = $1 AND artefact_id = $2 AND data_request_id <> $4
       AND requested_at >= $5 AND requested_at < $6) AS "otherUses",
     ARRAY(SELECT l.link_id FROM consent_artefacts a JOIN account_links l ON l.link_id = ANY (a.accounts)
             AND l.manager = a.manager AND l.principal = a.principal AND l.state = 'ACTIVE'
           WHERE a.manager = $1 AND a.artefact_id = $2) AS linked`,
);

/** The session is not there: it was looked for under the lock of its consent. */
export const add = sql(
  'add-data-session',
  `WITH used AS (
     INSERT INTO consent_uses (manager, artefact_id, data_request_id, requested_at) VALUES ($3, $4, $6, $7)
     ON CONFLICT DO NOTHING
   ), noted AS (${insertTrail(15)})
   INSERT INTO data_sessions (id, ground_kind, manager, artefact_id, artefact_digest, data_request_id, requested_at,
     data_user, ask, recipient_key, state, progress, parts, fetched, filler, lease_until, waiting, news_promised,
     expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'ACTIVE', $11, 0, 0, $12, $13, false, false, $14)`,
);

/**
 * The proof is kept and everything the checks ask for is read in one round trip, with a part where one is asked for.
 * Its bytes come in base64: the driver reads text alone, and what it makes of bytea is half as long again. Where they
 * are those with the digest $6, they are not read. Nobody waits until the proof is on the disk: who shows it once more
 * after a crash of PostgreSQL gets what he has, sealed to somebody else.
 */
export const view = sql(
  'view-data-session',
  `WITH ${relaxed}, seen AS (
     INSERT INTO seen_proofs (jkt, jti, expires_at) SELECT $2, $3, $4 FROM relaxed ON CONFLICT DO NOTHING RETURNING 1
   )
   SELECT EXISTS (SELECT FROM seen) AS fresh, ${standingColumns}, ${consentColumns},
     ARRAY(SELECT l.link_id FROM account_links l WHERE l.link_id = ANY (a.accounts) AND l.manager = a.manager
           AND l.principal = a.principal AND l.state = 'ACTIVE') AS linked,
     CASE WHEN p.digest IS DISTINCT FROM $6 THEN encode(p.sealed, 'base64') END AS sealed, p.statement
   FROM (VALUES (1)) AS call
   LEFT JOIN data_sessions s ON s.id = $1
   LEFT JOIN consent_artefacts a ON a.manager = s.manager AND a.artefact_id = s.artefact_id
   LEFT JOIN consent_standings c ON c.manager = s.manager AND c.artefact_id = s.artefact_id
   LEFT JOIN data_parts p ON p.session_id = $1 AND p.n = $5::integer AND length(p.sealed) > 0
     AND EXISTS (SELECT FROM seen)`,
);
export const find = sql('find-data-session', `SELECT ${sessionColumns} FROM data_sessions s WHERE id = $1`);
export const listArrived = sql(
  'list-arrived-accounts',
  `SELECT DISTINCT account->>'linkId' AS "linkId"
   FROM data_sessions s, json_array_elements(s.progress->'accounts') account
   WHERE s.manager = $1 AND s.artefact_id = $2 AND s.data_request_id = $3 AND s.received_at IS NOT NULL
     AND account->>'outcome' IN ('DELIVERED', 'NO_DATA')`,
);
export const promiseNews = sql(
  'promise-news',
  `UPDATE data_sessions SET news_promised = true WHERE id = $1 AND state = 'ACTIVE' RETURNING id`,
);
/**
 * The proof is kept, and all that was sealed deleted where the session is theirs and has ended. Nobody waits until this
 * is on the disk: what a crash of PostgreSQL brings back is deleted with the session. By the id alone in each place: in a
 * table that was never analysed, PostgreSQL takes any other index for as good.
 */
export const acknowledge = sql(
  'acknowledge-data-session',
  `WITH ${relaxed}, seen AS (
     INSERT INTO seen_proofs (jkt, jti, expires_at) SELECT $4, $5, $6 FROM relaxed ON CONFLICT DO NOTHING RETURNING 1
   ), session AS MATERIALIZED (
     SELECT state, manager, data_user FROM data_sessions WHERE id = $1
   ), theirs AS (
     SELECT state FROM session WHERE manager = $2 AND data_user = $3
   ), received AS (
     SELECT FROM theirs, seen WHERE state <> 'ACTIVE'
   ), marked AS (
     UPDATE data_sessions SET received_at = $7 WHERE id = $1 AND received_at IS NULL AND EXISTS (SELECT FROM received)
   ), gone AS (
     DELETE FROM data_parts WHERE session_id = $1 AND EXISTS (SELECT FROM received)
   )
   SELECT EXISTS (SELECT FROM seen) AS fresh, (SELECT state FROM theirs) AS state`,
);
export const removeOldProofs = sql('remove-old-proofs', 'DELETE FROM seen_proofs WHERE expires_at < $1');
