import type { Prepared } from './store.ts';

const prepare = (name: string, text: string): Prepared => ({ name, text });

export const keepRequest = prepare(
  'keep-request',
  `INSERT INTO requests (handle, terms, state) VALUES ($1, $2, 'PENDING')`,
);

export const keepConsent = prepare(
  'keep-consent',
  `WITH fresh AS (INSERT INTO received (jti) VALUES ($1) ON CONFLICT DO NOTHING RETURNING 1),
   asked AS (UPDATE requests SET state = 'APPROVED' FROM fresh WHERE handle = $2)
   INSERT INTO consents (id, artefact, state, version) SELECT $3, $4, 'ACTIVE', 1 FROM fresh`,
);

export const moveConsent = prepare(
  'move-consent',
  `WITH fresh AS (INSERT INTO received (jti) VALUES ($1) ON CONFLICT DO NOTHING RETURNING 1)
   UPDATE consents SET state = $3, version = $4 FROM fresh WHERE id = $2 AND version < $4`,
);

export const findConsent = prepare('find-consent', 'SELECT artefact, state FROM consents WHERE id = $1');

export const keepSession = prepare(
  'keep-session',
  `INSERT INTO sessions (id, consent_id, access_token, recipient_key, state) VALUES ($1, $2, $3, $4, 'ACTIVE')`,
);

export const findSession = prepare(
  'find-session',
  `SELECT id, access_token AS "accessToken", recipient_key AS "recipientKey" FROM sessions WHERE id = $1`,
);

export const concludeSession = prepare(
  'conclude-session',
  `WITH part AS (INSERT INTO parts (session_id, n, plaintext) VALUES ($1, 0, $2)),
   ended AS (UPDATE sessions SET state = 'COMPLETED', manifest = $3, received_at = now() WHERE id = $1)
   INSERT INTO outbox (id, receiver, token) VALUES ($4, 'manager', $5)`,
);

export const refuseSession = prepare('refuse-session', `UPDATE sessions SET state = 'FAILED' WHERE id = $1`);
