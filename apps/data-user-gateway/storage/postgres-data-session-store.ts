import { Injectable } from '@nestjs/common';
import type { Instant, ParticipantId, SessionState } from '#domain';
import { Database, type Transaction } from '#platform';
import { tellNews } from '../api/news.ts';
import { DataSessionStore, type Lease, type SessionEnd } from '../data-sessions/data-session-store.ts';
import type { FetchedSession, NewSession } from '../data-sessions/fetched-session.ts';
import type { RefusedBy } from '../refusals/refused-by.ts';
import * as statements from './data-session-statements.ts';

@Injectable()
export class PostgresDataSessionStore extends DataSessionStore {
  constructor(private readonly database: Database) {
    super();
  }

  async add(tx: Transaction, session: NewSession): Promise<void> {
    const { id, dataRequestId, consentId, manager, provider, work, ownCheck, accessToken } = session;
    const times = [session.tokenExpiresAt, session.nextTryAt, session.createdAt];
    const ids = [id, dataRequestId, consentId, manager, provider];
    await tx.query(statements.addSession, [...ids, work, ownCheck, accessToken, ...times]);
  }

  async find(id: string): Promise<FetchedSession | undefined> {
    return (await this.database.read<FetchedSession>(statements.findSession, [id]))[0];
  }

  async listOfRequest(dataRequestId: string): Promise<FetchedSession[]> {
    return this.database.read<FetchedSession>(statements.listOfRequest, [dataRequestId]);
  }

  async listOfConsent(consentId: string): Promise<FetchedSession[]> {
    return this.database.read<FetchedSession>(statements.listOfConsent, [consentId]);
  }

  async listDue(now: Instant, limit: number): Promise<string[]> {
    return (await this.database.read<{ id: string }>(statements.listDue, [now, limit])).map(({ id }) => id);
  }

  async release(dataRequestId: string, ownCheck: boolean, now: Instant): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(statements.release, [dataRequestId, ownCheck, now]);
    return rows.map(({ id }) => id);
  }

  async wake(tx: Transaction, id: string, provider: ParticipantId, now: Instant): Promise<boolean> {
    return (await tx.query(statements.wake, [id, provider, now])).length > 0;
  }

  async lease(lease: Lease, now: Instant, until: Instant): Promise<FetchedSession | undefined> {
    const values = [lease.sessionId, lease.worker, now, until];
    return (await this.database.read<FetchedSession>(statements.lease, values))[0];
  }

  async free(tx: Transaction, workers: readonly string[], now: Instant): Promise<string[]> {
    return (await tx.query<{ id: string }>(statements.free, [workers, now])).map(({ id }) => id);
  }

  async putOff(lease: Lease, nextTryAt: Instant): Promise<boolean> {
    return this.underLease(statements.putOff, lease, nextTryAt);
  }

  async recordToken(lease: Lease, accessToken: Buffer, expiresAt: Instant): Promise<boolean> {
    return this.underLease(statements.recordToken, lease, accessToken, expiresAt);
  }

  async recordRecipientKey(lease: Lease, recipientKey: Buffer, openRequestId: string): Promise<boolean> {
    return this.underLease(statements.recordRecipientKey, lease, recipientKey, openRequestId);
  }

  async recordOpened(lease: Lease): Promise<boolean> {
    return this.underLease(statements.recordOpened, lease);
  }

  async recordPart(tx: Transaction, lease: Lease, n: number, digest: string, until: Instant): Promise<boolean> {
    const values = [lease.sessionId, lease.worker, n, digest, until];
    return (await tx.query(statements.recordPartProgress, values)).length > 0;
  }

  async recordEnd(tx: Transaction, lease: Lease, end: SessionEnd): Promise<boolean> {
    const { state, manifest, manifestDigest, accounts, records, receivedAt, eraseBy, misfits } = end;
    const values = [state, manifest, manifestDigest, JSON.stringify(accounts), records, receivedAt, eraseBy];
    const story = misfits.length === 0 ? null : JSON.stringify(misfits);
    return this.endSession(tx, statements.recordEnd, [lease.sessionId, lease.worker, ...values, story]);
  }

  async recordFailure(tx: Transaction, lease: Lease, state: SessionState, refusal: RefusedBy): Promise<boolean> {
    const values = [lease.sessionId, lease.worker, state, JSON.stringify(refusal)];
    if (!(await this.endSession(tx, statements.recordFailure, values))) return false;
    await tx.query(statements.deletePartsOfSession, [lease.sessionId]);
    return true;
  }

  async recordAcknowledged(lease: Lease): Promise<void> {
    await this.database.read(statements.recordAcknowledged, [lease.sessionId, lease.worker]);
  }

  private async endSession(tx: Transaction, statement: (typeof statements)['recordEnd'], values: unknown[]) {
    const [ended] = await tx.query<{ dataRequestId: string }>(statement, values);
    if (ended !== undefined) this.database.afterCommit(tx, () => tellNews(ended.dataRequestId));
    return ended !== undefined;
  }

  private async underLease(statement: (typeof statements)['putOff'], lease: Lease, ...values: unknown[]) {
    return (await this.database.read(statement, [lease.sessionId, lease.worker, ...values])).length > 0;
  }
}
