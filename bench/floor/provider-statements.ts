import type { Prepared } from './store.ts';

const prepare = (name: string, text: string): Prepared => ({ name, text });

export const keepArtefact = prepare(
  'keep-artefact',
  `WITH fresh AS (INSERT INTO received (jti) VALUES ($1) ON CONFLICT DO NOTHING RETURNING 1)
   INSERT INTO artefacts (id, token, state, version) SELECT $2, $3, 'ACTIVE', 1 FROM fresh`,
);

export const moveArtefact = prepare(
  'move-artefact',
  `WITH fresh AS (INSERT INTO received (jti) VALUES ($1) ON CONFLICT DO NOTHING RETURNING 1),
   gone AS (DELETE FROM parts p USING sessions s, fresh WHERE s.artefact_id = $2 AND p.session_id = s.id)
   UPDATE artefacts SET state = $3, version = $4 FROM fresh WHERE id = $2 AND version < $4`,
);

/** Nothing is written where the consent is not ACTIVE. */
export const openSession = prepare(
  'open-session',
  `WITH artefact AS (SELECT id FROM artefacts WHERE id = $3 AND state = 'ACTIVE'),
   proof AS (INSERT INTO proofs (jti) SELECT $5 FROM artefact RETURNING 1)
   INSERT INTO sessions (id, jti, artefact_id, recipient_key, state) SELECT $1, $2, id, $4, 'ACTIVE' FROM artefact
   RETURNING id`,
);

export const concludeSession = prepare(
  'conclude-session',
  `WITH part AS (INSERT INTO parts (session_id, n, sealed, statement) VALUES ($1, 0, $2, $3)),
   ended AS (UPDATE sessions SET state = 'COMPLETED', manifest = $4 WHERE id = $1)
   INSERT INTO outbox (id, receiver, token) VALUES ($5, 'manager', $6)`,
);

export const takePart = prepare(
  'take-part',
  `WITH proof AS (INSERT INTO proofs (jti) VALUES ($3) RETURNING 1)
   SELECT sealed, statement FROM proof, parts p JOIN sessions s ON s.id = p.session_id
     JOIN artefacts a ON a.id = s.artefact_id AND a.state = 'ACTIVE'
   WHERE p.session_id = $1 AND p.n = $2`,
);

export const dropParts = prepare(
  'drop-parts',
  `WITH proof AS (INSERT INTO proofs (jti) VALUES ($2) RETURNING 1)
   DELETE FROM parts WHERE session_id = $1 AND EXISTS (SELECT FROM proof)`,
);
