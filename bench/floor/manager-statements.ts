import type { Prepared } from './store.ts';

const prepare = (name: string, text: string): Prepared => ({ name, text });

export const addPerson = prepare('add-person', 'INSERT INTO people (secret, principal) VALUES ($1, $2)');

// Unique request id and jti: a replay is refused by the commit that it would cause.
export const takeRequest = prepare(
  'take-request',
  `INSERT INTO requests (handle, request_id, jti, principal, terms, notice, state)
   VALUES ($1, $2, $3, $4, $5, $6, 'PENDING')`,
);

export const findRequest = prepare(
  'find-request',
  `SELECT r.principal, r.terms, r.notice FROM requests r JOIN people p ON p.principal = r.principal
   WHERE r.handle = $1 AND p.secret = $2 AND r.state = 'PENDING'`,
);

export const grant = prepare(
  'grant',
  `WITH decided AS (UPDATE requests SET state = 'APPROVED' WHERE handle = $1 AND state = 'PENDING' RETURNING 1),
   consent AS (
     INSERT INTO consents (id, principal, terms, state, version, provider_artefact, provider_token, user_token)
     SELECT $2, $3, $4::json, 'ACTIVE', 1, $5, $6, $7 FROM decided)
   INSERT INTO outbox (id, receiver, token)
   SELECT told.* FROM decided, (VALUES ($8::uuid, 'provider', $9::text), ($10::uuid, 'gateway', $11::text)) AS told`,
);

/** The use is counted and the session opened only under a consent that is ACTIVE at this moment. */
export const openSession = prepare(
  'open-session',
  `WITH consent AS (
     SELECT id, provider_artefact, (SELECT count(*) FROM sessions s WHERE s.consent_id = $4
       AND s.requested_at >= date_trunc('hour', now())) AS uses
     FROM consents WHERE id = $4 AND state = 'ACTIVE' FOR NO KEY UPDATE)
   INSERT INTO sessions (id, request_id, jti, consent_id) SELECT $1, $2, $3, id FROM consent WHERE uses < 100000
   RETURNING (SELECT provider_artefact FROM consent) AS "artefactId", repeat('d', 43) AS digest`,
);

export const findConsentOf = prepare(
  'find-consent-of',
  `SELECT c.provider_artefact AS "artefactId" FROM consents c JOIN people p ON p.principal = c.principal
   WHERE c.id = $1 AND p.secret = $2 AND c.state = 'ACTIVE'`,
);

export const revokeConsent = prepare(
  'revoke-consent',
  `WITH revoked AS (UPDATE consents SET state = 'REVOKED', version = 2 WHERE id = $1 RETURNING 1)
   INSERT INTO outbox (id, receiver, token)
   SELECT told.* FROM revoked, (VALUES ($2::uuid, 'provider', $3::text), ($4::uuid, 'gateway', $5::text)) AS told`,
);

export const hearOfSession = prepare(
  'hear-of-session',
  `WITH fresh AS (INSERT INTO received (jti) VALUES ($1) ON CONFLICT DO NOTHING RETURNING 1)
   UPDATE sessions SET sent = coalesce($3, sent), received = coalesce($4, received) FROM fresh WHERE id = $2`,
);
