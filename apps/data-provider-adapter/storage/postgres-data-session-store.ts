import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import type { DataSession } from '../data-sessions/data-session.ts';
import { DataSessionStore, type SeenProof, type SessionView } from '../data-sessions/data-session-store.ts';
import { type ConsentColumns, consentColumns, consentOf } from './consent-row.ts';
import { type SessionColumns, sessionColumns, sessionOf } from './data-session-row.ts';

const recordProof = sql(
  'record-proof',
  'INSERT INTO seen_proofs (jkt, jti, expires_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING jti',
);
/** The proof is kept and everything the checks ask for is read in one round trip. */
const view = sql(
  'view-data-session',
  `WITH seen AS (
     INSERT INTO seen_proofs (jkt, jti, expires_at) VALUES ($2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1
   )
   SELECT EXISTS (SELECT FROM seen) AS fresh, ${sessionColumns}, ${consentColumns},
     ARRAY(SELECT l.link_id FROM account_links l WHERE l.link_id = ANY (a.accounts) AND l.manager = a.manager
           AND l.principal = a.principal AND l.state = 'ACTIVE') AS linked
   FROM (VALUES (1)) AS call
   LEFT JOIN data_sessions s ON s.id = $1
   LEFT JOIN consent_artefacts a ON a.manager = s.manager AND a.artefact_id = s.artefact_id
   LEFT JOIN consent_standings c ON c.manager = s.manager AND c.artefact_id = s.artefact_id`,
);
const find = sql('find-data-session', `SELECT ${sessionColumns} FROM data_sessions s WHERE id = $1`);
const lock = sql('lock-data-session', `SELECT ${sessionColumns} FROM data_sessions s WHERE id = $1 FOR UPDATE`);
const add = sql(
  'add-data-session',
  `INSERT INTO data_sessions (id, ground_kind, manager, artefact_id, artefact_digest, data_request_id, requested_at,
     data_user, ask, recipient_key, state, progress, parts, fetched, filler, lease_until, waiting, news_promised,
     expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'ACTIVE', $11, 0, 0, $12, $13, false, false, $14)
   ON CONFLICT DO NOTHING RETURNING id`,
);
const promiseNews = sql(
  'promise-news',
  `UPDATE data_sessions SET news_promised = true WHERE id = $1 AND state = 'ACTIVE' RETURNING id`,
);
const acknowledge = sql(
  'acknowledge-data-session',
  `WITH gone AS (DELETE FROM data_parts WHERE session_id = $1)
   UPDATE data_sessions SET received_at = $2 WHERE id = $1 AND received_at IS NULL`,
);
const removeOldProofs = sql('remove-old-proofs', 'DELETE FROM seen_proofs WHERE expires_at < $1');

type ViewRow = { fresh: boolean; linked: string[] } & SessionColumns & ConsentColumns;

@Injectable()
export class PostgresDataSessionStore extends DataSessionStore {
  constructor(private readonly database: Database) {
    super();
  }

  async recordProof(tx: Transaction, { jkt, jti, expiresAt }: SeenProof): Promise<boolean> {
    return (await tx.query(recordProof, [jkt, jti, expiresAt])).length > 0;
  }

  async view(sessionId: string, { jkt, jti, expiresAt }: SeenProof): Promise<SessionView> {
    const [row] = await this.database.read<ViewRow>(view, [sessionId, jkt, jti, expiresAt]);
    if (row === undefined) throw new Error('a view is always one row');
    if (row.s_id === null || row.a_artefact_id === null || row.c_state === null) {
      return { fresh: row.fresh, unlinkedAccounts: [] };
    }
    const consent = consentOf(row);
    const unlinkedAccounts = consent.artefact.accounts.filter((id) => !row.linked.includes(id));
    return { fresh: row.fresh, session: sessionOf(row), consent, unlinkedAccounts };
  }

  async find(sessionId: string): Promise<DataSession | undefined> {
    const [row] = await this.database.read<SessionColumns>(find, [sessionId]);
    return row && sessionOf(row);
  }

  async add(tx: Transaction, session: DataSession, lease: { filler: string; until: Instant }) {
    const { id, ground, dataRequestId, requestedAt, dataUser, ask, recipientKey, progress, expiresAt } = session;
    const added = await tx.query(add, [
      id,
      ground.kind,
      ground.manager,
      ground.artefactId,
      ground.artefactDigest,
      dataRequestId,
      requestedAt,
      dataUser,
      JSON.stringify(ask),
      JSON.stringify(recipientKey),
      JSON.stringify(progress),
      lease.filler,
      lease.until,
      expiresAt,
    ]);
    if (added.length > 0) return undefined;
    const [there] = await tx.query<SessionColumns>(lock, [id]);
    if (there === undefined) throw new Error('a data session was neither added nor found');
    return sessionOf(there);
  }

  async promiseNews(sessionId: string): Promise<boolean> {
    return (await this.database.read(promiseNews, [sessionId])).length > 0;
  }

  async acknowledge(sessionId: string, at: Instant): Promise<void> {
    await this.database.read(acknowledge, [sessionId, at]);
  }

  async removeOldProofs(before: Instant): Promise<void> {
    await this.database.read(removeOldProofs, [before]);
  }
}
