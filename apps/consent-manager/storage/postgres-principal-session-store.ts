import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import { PrincipalSessionStore } from '../principal-sessions/principal-session-store.ts';
import type { SignedInPrincipal } from '../principal-sessions/signed-in.ts';

const open = sql(
  'open-principal-session',
  `INSERT INTO principal_sessions (id, principal_id, token_hash, signed_in_at, expires_at)
   VALUES ($1, $2, $3, $4, $5)`,
);

const find = sql(
  'find-principal-session',
  `SELECT id AS "sessionId", principal_id AS "principalId", signed_in_at AS "signedInAt", expires_at AS "expiresAt"
   FROM principal_sessions WHERE token_hash = $1 AND expires_at > $2`,
);

const close = sql('close-principal-session', 'DELETE FROM principal_sessions WHERE id = $1');

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

  async open(tx: Transaction, session: SignedInPrincipal, tokenHash: Buffer): Promise<void> {
    const { sessionId, principalId, signedInAt, expiresAt } = session;
    await tx.query(open, [sessionId, principalId, tokenHash, signedInAt, expiresAt]);
  }

  async find(tokenHash: Buffer, now: Instant): Promise<SignedInPrincipal | undefined> {
    const [session] = await this.database.read<SignedInPrincipal>(find, [tokenHash, now]);
    return session;
  }

  async close(sessionId: string): Promise<void> {
    await this.database.read(close, [sessionId]);
  }

  async forgetExpired(now: Instant): Promise<number> {
    return (await this.database.read(forget, [now])).length;
  }
}
