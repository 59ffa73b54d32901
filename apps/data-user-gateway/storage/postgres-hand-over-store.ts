import { Injectable } from '@nestjs/common';
import type { HandOverState, Instant } from '#domain';
import { Database, type PreparedTrail, type Statement, type Transaction } from '#platform';
import type { HandedSession, HandOver } from '../hand-over/hand-over.ts';
import { type HandOverLease, type HandOverPage, HandOverStore } from '../hand-over/hand-over-store.ts';
import * as statements from './hand-over-statements.ts';

@Injectable()
export class PostgresHandOverStore extends HandOverStore {
  constructor(private readonly database: Database) {
    super();
  }

  async find(id: string): Promise<HandOver | undefined> {
    return (await this.database.read<HandOver>(statements.findHandOver, [id]))[0];
  }

  async list({ states, withLeftFiles, after, limit }: HandOverPage): Promise<HandOver[]> {
    return this.database.read<HandOver>(statements.listHandOvers, [states, after ?? null, limit, withLeftFiles]);
  }

  async listOfSessions(sessionIds: readonly string[]): Promise<HandOver[]> {
    return this.database.read<HandOver>(statements.listOfSessions, [sessionIds]);
  }

  async listDue(now: Instant, limit: number): Promise<Pick<HandOver, 'id' | 'state'>[]> {
    return this.database.read(statements.listDue, [now, limit]);
  }

  async findSession(sessionId: string, now: Instant): Promise<HandedSession | undefined> {
    return (await this.database.read<HandedSession>(statements.findHandedSession, [sessionId, now]))[0];
  }

  async lease(
    { id, worker, replica }: HandOverLease,
    state: HandOverState,
    now: Instant,
    seconds: number,
  ): Promise<HandOver | undefined> {
    return (await this.database.read<HandOver>(statements.lease, [id, worker, replica, state, now, seconds]))[0];
  }

  async renew(lease: HandOverLease, seconds: number): Promise<boolean> {
    return this.underLease(statements.renew, lease, seconds);
  }

  async free(tx: Transaction, replicas: readonly string[]): Promise<Pick<HandOver, 'id' | 'state'>[]> {
    return tx.query(statements.free, [replicas]);
  }

  async begin(tx: Transaction, { id, worker }: HandOverLease): Promise<boolean> {
    return (await tx.query(statements.begin, [id, worker])).length > 0;
  }

  async recordProgress(lease: HandOverLease, progress: object): Promise<boolean> {
    return this.underLease(statements.recordProgress, lease, JSON.stringify(progress));
  }

  async recordFound(lease: HandOverLease, names: readonly string[]): Promise<boolean> {
    return this.underLease(statements.recordFound, lease, JSON.stringify(names));
  }

  async recordDelivered(lease: HandOverLease, progress: object, now: Instant, noted: PreparedTrail): Promise<boolean> {
    const values = [JSON.stringify(progress), now, ...noted.values];
    const isDelivered = await this.underLease(statements.recordDelivered, lease, ...values);
    if (isDelivered) noted.begin();
    return isDelivered;
  }

  async putOff(lease: HandOverLease, state: HandOverState, problem: string, nextTryAt: Instant): Promise<boolean> {
    return this.underLease(statements.putOff, lease, state, problem, nextTryAt);
  }

  async retry(id: string, from: HandOverState, to: HandOverState, now: Instant): Promise<boolean> {
    return (await this.database.read(statements.retry, [id, from, to, now])).length > 0;
  }

  private async underLease(
    statement: Statement,
    { id, worker }: HandOverLease,
    ...values: unknown[]
  ): Promise<boolean> {
    return (await this.database.read(statement, [id, worker, ...values])).length > 0;
  }
}
