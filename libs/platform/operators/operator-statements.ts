import { insertTrail } from '../audit-trail/trail-statements.ts';
import { sql } from '../database/statement.ts';

const columns = 'id, name, may, joined_at AS "joinedAt"';

export const listOperators = sql(
  'list-operators',
  `SELECT ${columns} FROM operators WHERE removed_at IS NULL ORDER BY name LIMIT 1000`,
);
/** One at a time changes who is an admin: else two might be the last together. */
export const lockOperators = sql(
  'lock-operators',
  "SELECT pg_advisory_xact_lock(hashtextextended('assent operators ' || current_schema(), 0))",
);
export const findByName = sql(
  'find-operator-by-name',
  `SELECT ${columns} FROM operators WHERE name = $1 AND removed_at IS NULL`,
);
export const findOperator = sql(
  'find-operator',
  'SELECT id, name, may FROM operators WHERE id = $1 AND removed_at IS NULL',
);
export const findAdmins = sql(
  'find-admins',
  "SELECT id FROM operators WHERE may = 'admin' AND removed_at IS NULL LIMIT 2",
);
export const addOperator = sql(
  'add-operator',
  'INSERT INTO operators (id, name, may, joined_at) VALUES ($1, $2, $3, $4)',
);
export const changeRight = sql(
  'change-operator-right',
  `WITH changed AS (UPDATE operators SET may = $2 WHERE id = $1 AND removed_at IS NULL RETURNING id), noted AS (
     ${insertTrail(3, 'changed')})
   SELECT id FROM changed`,
);
/** $2 when; with all sessions, passkeys and invitations of that one. */
export const removeOperator = sql(
  'remove-operator',
  `WITH removed AS (UPDATE operators SET removed_at = $2 WHERE id = $1 AND removed_at IS NULL RETURNING id),
   ended AS (DELETE FROM operator_sessions WHERE operator_id = $1),
   forgotten AS (DELETE FROM passkeys WHERE owner_kind = 'operator' AND owner_id = $1::text),
   withdrawn AS (DELETE FROM operator_invitations WHERE invited_by = $1),
   noted AS (${insertTrail(3, 'removed')})
   SELECT id FROM removed`,
);

/** $7 now: what ended long ago goes with the next that is made; until then the audit trail can be read by its names. */
export const addInvitation = sql(
  'add-operator-invitation',
  `WITH forgotten AS (DELETE FROM operator_invitations WHERE expires_at <= $7::timestamptz - interval '30 days'),
   added AS (
     INSERT INTO operator_invitations (id, name, may, code_hash, invited_by, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING id),
   noted AS (${insertTrail(8, 'added')})
   SELECT id FROM added`,
);
/** $1 now. Who invited is not named where it was done on the machine of the node. */
export const listInvitations = sql(
  'list-operator-invitations',
  `SELECT i.id, i.name, i.may, i.expires_at AS "expiresAt", o.name AS "invitedBy"
   FROM operator_invitations i LEFT JOIN operators o ON o.id = i.invited_by
   WHERE i.expires_at > $1 ORDER BY i.expires_at, i.id LIMIT 1000`,
);
/** $2 now. Its code is forgotten: nobody who comes at the same moment joins by it. */
export const withdrawInvitation = sql(
  'withdraw-operator-invitation',
  `WITH withdrawn AS (
     UPDATE operator_invitations SET expires_at = $2, code_hash = uuid_send(id)
     WHERE id = $1 AND expires_at > $2 RETURNING id),
   noted AS (${insertTrail(3, 'withdrawn')})
   SELECT id FROM withdrawn`,
);
const invited = 'id, name, may';
export const findInvitation = sql(
  'find-operator-invitation',
  `SELECT ${invited} FROM operator_invitations WHERE code_hash = $1 AND expires_at > $2`,
);
export const spendInvitation = sql(
  'spend-operator-invitation',
  `DELETE FROM operator_invitations WHERE code_hash = $1 AND expires_at > $2 RETURNING ${invited}`,
);
