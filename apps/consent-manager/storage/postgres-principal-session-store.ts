import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import type { SignInMethod } from '#protocol';
import { type PrincipalSession, PrincipalSessionStore } from '../principal-sessions/principal-session-store.ts';
import type { SignedInPrincipal } from '../principal-sessions/signed-in.ts';

const open = sql(
  'open-principal-session',
  `INSERT INTO principal_sessions (id, principal_id, token_hash, signed_in_at, expires_at, method, device)
   VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);

const closeBeyond = sql(
  'close-principal-sessions-beyond',
  `DELETE FROM principal_sessions WHERE id IN (
     SELECT id FROM principal_sessions WHERE principal_id = $1 ORDER BY id DESC OFFSET $2) RETURNING id`,
);

const columns = `id AS "sessionId", principal_id AS "principalId", signed_in_at AS "signedInAt",
  expires_at AS "expiresAt", method`;

const find = sql(
  'find-principal-session',
  `SELECT ${columns} FROM principal_sessions WHERE token_hash = $1 AND expires_at > $2`,
);

const listOf = sql(
  'principal-sessions-of',
  `SELECT ${columns}, device FROM principal_sessions WHERE principal_id = $1 AND expires_at > $2
   ORDER BY id DESC`,
);

const setMethod = sql('set-principal-session-method', 'UPDATE principal_sessions SET method = $2 WHERE id = $1');

const close = sql(
  'close-principal-session',
  'DELETE FROM principal_sessions WHERE id = $1 AND principal_id = $2 RETURNING 1 AS one',
);

const closeAllBy = sql(
  'close-principal-sessions-by-method',
  'DELETE FROM principal_sessions WHERE principal_id = $1 AND method = $2 RETURNING id, expires_at > $3 AS "isOpen"',
);

const forget = sql(
  'forget-principal-sessions',
  `DELETE FROM principal_sessions WHERE id IN (SELECT id FROM principal_sessions WHERE expires_at <= $1 LIMIT 5000)
   RETURNING 1 AS one`,
);

@Injectable()
export class PostgresPrincipalSessionStore extends PrincipalSessionStore {
  constructor(private readonly database: Database) {
    super();
  }

  async open(tx: Transaction, session: PrincipalSession, tokenHash: Buffer): Promise<void> {
    const { sessionId, principalId, signedInAt, expiresAt, method, device } = session;
    await tx.query(open, [sessionId, principalId, tokenHash, signedInAt, expiresAt, method, device]);
  }

  async closeBeyond(tx: Transaction, principalId: string, most: number): Promise<string[]> {
    return (await tx.query<{ id: string }>(closeBeyond, [principalId, most])).map(({ id }) => id);
  }

  async find(tokenHash: Buffer, now: Instant): Promise<SignedInPrincipal | undefined> {
    const [session] = await this.database.read<SignedInPrincipal>(find, [tokenHash, now]);
    return session;
  }

  async listOf(principalId: string, now: Instant): Promise<PrincipalSession[]> {
    return this.database.read<PrincipalSession>(listOf, [principalId, now]);
  }

  setMethod(tx: Transaction, sessionId: string, method: SignInMethod): void {
    tx.write(setMethod, [sessionId, method]);
  }

  async close(tx: Transaction, sessionId: string, principalId: string): Promise<boolean> {
    return (await tx.query(close, [sessionId, principalId])).length === 1;
  }

  async closeAllBy(tx: Transaction, principalId: string, method: SignInMethod, now: Instant): Promise<string[]> {
    const closed = await tx.query<{ id: string; isOpen: boolean }>(closeAllBy, [principalId, method, now]);
    return closed.filter(({ isOpen }) => isOpen).map(({ id }) => id);
  }

  async forgetExpired(now: Instant): Promise<number> {
    return (await this.database.read(forget, [now])).length;
  }
}
