import { Injectable } from '@nestjs/common';
import { groundedOn, type Instant } from '#domain';
import { AuditTrail, Database, type Transaction } from '#platform';
import type { AskedData, DataRequestStanding } from '../data-requests/asked-data.ts';
import {
  type Authorised,
  DataRequestStore,
  type FetchGround,
  type Retry,
} from '../data-requests/data-request-store.ts';
import type { FetchedSession, SessionStanding } from '../data-sessions/fetched-session.ts';
import type { HandOver } from '../hand-over/hand-over.ts';
import type { RefusedBy } from '../refusals/refused-by.ts';
import { type StandingRow, toStanding } from './consent-standing.ts';
import * as statements from './data-request-statements.ts';
import { withMoments } from './json-moments.ts';

type StandingJson = AskedData & Pick<DataRequestStanding, 'sessions' | 'handOvers'>;

type GroundRow = Pick<FetchGround, 'claims' | 'wrappedKey'> & StandingRow;

const sessionMoments = ['tokenExpiresAt', 'receivedAt', 'eraseBy', 'erasedAt', 'createdAt'] as const;
const handOverMoments = ['tryingSince', 'createdAt', 'deliveredAt', 'erasedAt'] as const;

@Injectable()
export class PostgresDataRequestStore extends DataRequestStore {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
  ) {
    super();
  }

  async add(asked: AskedData, replica: string, operator?: string): Promise<AskedData> {
    const kept = await this.insert(asked, replica, null, operator);
    if (kept === undefined) throw new Error('a data request vanished while it was written down');
    return kept;
  }

  async addUnder(
    version: number,
    asked: AskedData,
    replica: string,
    operator?: string,
  ): Promise<AskedData | undefined> {
    return this.insert(asked, replica, version, operator);
  }

  async find(id: string): Promise<DataRequestStanding | undefined> {
    const [row] = await this.database.read<StandingJson>(statements.find, [id]);
    if (row === undefined) return undefined;
    const { sessions, handOvers, ...asked } = row;
    return {
      asked,
      sessions: withMoments<SessionStanding>(sessions, sessionMoments),
      handOvers: withMoments<HandOver>(handOvers, handOverMoments),
    };
  }

  async findByRequestId(requestId: string): Promise<AskedData | undefined> {
    return (await this.database.read<AskedData>(statements.findByRequestId, [requestId]))[0];
  }

  async listOfConsent(consentId: string): Promise<AskedData[]> {
    return this.database.read<AskedData>(statements.listOfConsent, [consentId]);
  }

  async takeDue(now: Instant, until: Instant, replica: string, limit: number): Promise<AskedData[]> {
    return this.database.read<AskedData>(statements.takeDue, [now, until, limit, replica]);
  }

  async free(tx: Transaction, replicas: readonly string[], now: Instant): Promise<boolean> {
    return (await tx.query(statements.free, [replicas, now])).length > 0;
  }

  async putOff(id: string, nextTryAt: Instant): Promise<void> {
    await this.database.read(statements.putOff, [id, nextTryAt]);
  }

  async authorise({ asked, sessions, hold, nextTryAt }: Authorised): Promise<FetchGround | undefined> {
    const column = <K extends keyof FetchedSession>(name: K) => sessions.map((session) => session[name]);
    const [first] = sessions;
    const values = [
      ...[asked.consentId, asked.id, asked.useId, asked.requestedAt],
      ...[first?.work, asked.ownCheck, hold?.worker ?? null, hold?.until ?? null, nextTryAt, first?.createdAt],
      ...[column('id'), column('provider'), column('accessToken'), column('tokenExpiresAt')],
      ...[column('recipientKey'), column('openRequestId')],
    ];
    const [row] = await this.database.read<GroundRow>(statements.authorise, values);
    return row && { claims: row.claims, standing: toStanding(row), wrappedKey: row.wrappedKey };
  }

  async addRetry({ asked, session, hold, nextTryAt }: Retry): Promise<FetchGround | undefined> {
    const { retryOf, retryAccounts } = session;
    const values = [
      ...[asked.consentId, asked.id, session.id, session.provider, session.accessToken, session.tokenExpiresAt],
      ...[session.recipientKey, session.openRequestId, hold?.worker ?? null, hold?.until ?? null, nextTryAt],
      ...[session.createdAt, retryOf, retryAccounts === null ? null : JSON.stringify(retryAccounts)],
    ];
    const about = { ground: groundedOn(asked.consentId), counterpart: asked.manager, session: session.id };
    const of = { request: asked.requestId, about: retryOf ?? undefined };
    const noted = this.trail.prepare({ act: 'data-session.retried', ...about, ...of });
    const [row] = await this.database.read<GroundRow>(statements.addRetry, [...values, ...noted.values]);
    if (row !== undefined) noted.begin();
    return row && { claims: row.claims, standing: toStanding(row), wrappedKey: row.wrappedKey };
  }

  async recordRefusal(id: string, refusal: RefusedBy): Promise<boolean> {
    return (await this.database.read(statements.recordRefusal, [id, JSON.stringify(refusal)])).length > 0;
  }

  refuseWaiting(tx: Transaction, consentId: string, refusal: RefusedBy): void {
    tx.write(statements.refuseWaiting, [consentId, JSON.stringify(refusal)]);
  }

  /** @returns what is there now under its requestId */
  private async insert(
    asked: AskedData,
    replica: string,
    version: number | null,
    operator: string | undefined,
  ): Promise<AskedData | undefined> {
    const { id, requestId, askDigest, consentId, manager, dataTypes, dataRange, jkt, fetch, ownCheck } = asked;
    const json = [JSON.stringify(dataTypes), JSON.stringify(dataRange)];
    const ids = [id, requestId, askDigest, consentId, manager];
    const values = [...ids, ...json, jkt, fetch, ownCheck, asked.nextTryAt, asked.createdAt, replica, version];
    const about = { ground: groundedOn(consentId), counterpart: manager, operator };
    const noted = this.trail.prepare({ act: 'data-request.asked', ...about, request: requestId });
    const added = await this.database.read(statements.add, [...values, ...noted.values]);
    if (added.length === 0) return this.findByRequestId(requestId);
    noted.begin();
    return asked;
  }
}
