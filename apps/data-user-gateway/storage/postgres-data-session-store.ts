import { Injectable } from '@nestjs/common';
import type { ConsentStanding, Instant, ParticipantId } from '#domain';
import { Database, type Statement, type Transaction } from '#platform';
import {
  DataSessionStore,
  type KeptPart,
  type Release,
  type SessionEnd,
  type SessionFailure,
} from '../data-sessions/data-session-store.ts';
import type { FetchedSession, SessionStanding } from '../data-sessions/fetched-session.ts';
import type { LeasedSession } from '../data-sessions/fetching.ts';
import type { Hold, Lease } from '../data-sessions/lease.ts';
import type { ReceivedPart } from '../received-records/received-part.ts';
import { type StandingRow, toStanding } from './consent-standing.ts';
import * as statements from './data-session-statements.ts';

interface LeasedRow
  extends FetchedSession,
    Pick<LeasedSession, 'claims' | 'wrappedKey'>,
    Pick<StandingRow, 'resumeAt'> {
  readonly useId: LeasedSession['asked']['useId'];
  readonly dataTypes: LeasedSession['asked']['dataTypes'];
  readonly dataRange: LeasedSession['asked']['dataRange'];
  readonly consentState: StandingRow['state'];
  readonly consentVersion: StandingRow['version'];
}

@Injectable()
export class PostgresDataSessionStore extends DataSessionStore {
  constructor(private readonly database: Database) {
    super();
  }

  async listOfConsent(consentId: string): Promise<SessionStanding[]> {
    return this.database.read<SessionStanding>(statements.listOfConsent, [consentId]);
  }

  async listDue(now: Instant, limit: number): Promise<string[]> {
    return (await this.database.read<{ id: string }>(statements.listDue, [now, limit])).map(({ id }) => id);
  }

  async release({ dataRequestId, ownCheck, hold, isAwaited, now }: Release): Promise<LeasedSession[]> {
    const values = [dataRequestId, ownCheck, now, hold?.worker ?? null, hold?.until ?? null];
    const statement = isAwaited ? statements.releaseAwaited : statements.release;
    return (await this.database.read<LeasedRow>(statement, values)).map(toLeased);
  }

  async wake(tx: Transaction, id: string, provider: ParticipantId, now: Instant): Promise<boolean> {
    return (await tx.query(statements.wake, [id, provider, now])).length > 0;
  }

  async lease(sessionId: string, { worker, until }: Hold, now: Instant): Promise<LeasedSession | undefined> {
    const [row] = await this.database.read<LeasedRow>(statements.lease, [sessionId, worker, now, until]);
    return row && toLeased(row);
  }

  async free(tx: Transaction, workers: readonly string[], now: Instant): Promise<string[]> {
    return (await tx.query<{ id: string }>(statements.free, [workers, now])).map(({ id }) => id);
  }

  async findStanding(consentId: string): Promise<ConsentStanding | undefined> {
    const [row] = await this.database.read<StandingRow>(statements.findStanding, [consentId]);
    return row && toStanding(row);
  }

  async putOff(lease: Lease, nextTryAt: Instant, opened: boolean): Promise<boolean> {
    return this.underLease(statements.putOff, lease, nextTryAt, opened);
  }

  async recordToken(lease: Lease, accessToken: Buffer, expiresAt: Instant): Promise<boolean> {
    return this.underLease(statements.recordToken, lease, accessToken, expiresAt);
  }

  async recordPart(lease: Lease, { part, until, version }: KeptPart): Promise<boolean> {
    return this.underLease(statements.recordPart, lease, version ?? null, ...partValues(part), until ?? null);
  }

  async recordEnd(lease: Lease, end: SessionEnd, version: number | undefined): Promise<boolean> {
    const { state, manifest, manifestDigest, accounts, records, receivedAt, eraseBy, misfits, handOvers, told, noted } =
      end;
    const values = [state, manifest, manifestDigest, JSON.stringify(accounts), records, receivedAt, eraseBy];
    const story = misfits.length === 0 ? null : JSON.stringify(misfits);
    const begun = [story, JSON.stringify(handOvers), ...told.values, ...noted.values];
    const all = [lease.sessionId, lease.worker, version ?? null, ...partValues(end.last), ...values, ...begun];
    if ((await this.database.read(statements.recordEnd, all)).length === 0) return false;
    told.begin();
    noted.begin();
    return true;
  }

  async recordFailure(lease: Lease, { state, refusal, eraseBy, noted, at }: SessionFailure): Promise<boolean> {
    const values = [state, JSON.stringify(refusal), at, eraseBy, ...noted.values];
    const ended = await this.underLease(statements.recordFailure, lease, ...values);
    if (ended) noted.begin();
    return ended;
  }

  async recordAcknowledged(leases: readonly Lease[]): Promise<void> {
    const workers = new Set(leases.map(({ worker }) => worker));
    const values = [leases.map(({ sessionId }) => sessionId), [...workers]];
    await this.database.read(statements.recordAcknowledged, values);
  }

  private async underLease(statement: Statement, lease: Lease, ...values: unknown[]): Promise<boolean> {
    return (await this.database.read(statement, [lease.sessionId, lease.worker, ...values])).length > 0;
  }
}

function partValues(part: ReceivedPart | undefined): unknown[] {
  if (part === undefined) return [null, null, null, null];
  return [part.n, part.digest, JSON.stringify(part.counts), part.ciphertext];
}

function toLeased(row: LeasedRow): LeasedSession {
  const { useId, dataTypes, dataRange, claims, wrappedKey, consentState, consentVersion, resumeAt, ...session } = row;
  const standing = toStanding({ state: consentState, version: consentVersion, resumeAt });
  return { session, asked: { useId, dataTypes, dataRange }, claims, standing, wrappedKey };
}
