import { hash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { addDuration, type Duration, type Instant } from '#domain';
import { deviceWords } from '../browser-session/device-words.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import type { Transaction } from '../database/transaction.ts';
import type { SignedInOperator } from './operator.ts';

/** However busy it was: it does not grow longer with use. */
const life: Duration = 'PT12H';

const openSession = sql(
  'open-operator-session',
  `INSERT INTO operator_sessions (id, operator_id, token_hash, signed_in_at, expires_at, device)
   VALUES ($1, $2, $3, $4, $5, $6)`,
);
const forgetExpired = sql('forget-operator-sessions', 'DELETE FROM operator_sessions WHERE expires_at <= $1');
const findSession = sql(
  'find-operator-session',
  `SELECT s.id AS "sessionId", s.expires_at AS "expiresAt", o.id, o.name, o.may
   FROM operator_sessions s JOIN operators o ON o.id = s.operator_id
   WHERE s.token_hash = $1 AND s.expires_at > $2 AND o.removed_at IS NULL`,
);
const listSessions = sql(
  'list-operator-sessions',
  `SELECT id, signed_in_at AS "signedInAt", expires_at AS "expiresAt", device FROM operator_sessions
   WHERE operator_id = $1 AND expires_at > $2 ORDER BY id DESC LIMIT 100`,
);
const closeSession = sql(
  'close-operator-session',
  'DELETE FROM operator_sessions WHERE id = $1 AND operator_id = $2 RETURNING id',
);

export interface OpenedOperatorSession {
  /** 256 random bits, base64url. */
  readonly token: string;
  readonly expiresAt: Instant;
}

export interface OpenOperatorSession {
  readonly id: string;
  readonly signedInAt: Instant;
  readonly expiresAt: Instant;
  /** In coarse words; null for one opened before they were kept. */
  readonly device: string | null;
}

/** Opens and recognises the sessions of operators. What one may do is read with each call. */
@Injectable()
export class OperatorSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param agent `User-Agent` */
  async open(tx: Transaction, operatorId: string, agent: string | undefined): Promise<OpenedOperatorSession> {
    const now = this.clock.now();
    const token = randomBytes(32).toString('base64url');
    const expiresAt = addDuration(now, life);
    tx.write(forgetExpired, [now]);
    tx.write(openSession, [uuidv7(), operatorId, hashOfToken(token), now, expiresAt, deviceWords(agent)]);
    return { token, expiresAt };
  }

  async find(token: string): Promise<SignedInOperator | undefined> {
    const found = await this.database.read<SignedInOperator>(findSession, [hashOfToken(token), this.clock.now()]);
    return found[0];
  }

  /** Newest first. */
  listOf(operatorId: string): Promise<OpenOperatorSession[]> {
    return this.database.read<OpenOperatorSession>(listSessions, [operatorId, this.clock.now()]);
  }

  /** @returns false where the operator has no such one */
  async close(tx: Transaction, operatorId: string, sessionId: string): Promise<boolean> {
    return (await tx.query(closeSession, [sessionId, operatorId])).length > 0;
  }
}

/** Nobody guesses 256 random bits, so a plain digest of them is safe to keep. */
const hashOfToken = (token: string): Buffer => hash('sha256', token, 'buffer');
