import { Injectable } from '@nestjs/common';
import {
  type DataRange,
  type DataTypeTerm,
  type ErasureReason,
  type Instant,
  reconcile,
  type SessionState,
} from '#domain';
import type { KeptReceipt } from '../data-erasure/data-erasure-store.ts';
import { ParticipantNames } from '../participants/participant-names.ts';
import { bothSides, type DataSession, isErasureOverdue } from './data-session.ts';
import { DataSessionStore } from './data-session-store.ts';

interface NamedParticipant {
  readonly id: string;
  readonly name: string;
}

export interface Fetch {
  dataRequestId: string;
  sessionId: string;
  requestedAt: Instant;
  by: NamedParticipant;
  from: NamedParticipant;
  state: SessionState;
  dataTypes: { type: string; fields?: string[] | undefined }[];
  dataRange: DataRange;
  isReturned: boolean;
  recordsSent: number | null;
  recordsReceived: number | null;
  matches: boolean | null;
  eraseBy: Instant | null;
  erasedAt: Instant | null;
  erasureOverdue: boolean;
}

export interface Erasure {
  reason: ErasureReason;
  erasedAt: Instant;
  receipt: string;
}

interface KeptHistory {
  readonly sessions: readonly DataSession[];
  readonly receipts: readonly KeptReceipt[];
}

/** What was fetched under a consent, and what was erased since. */
@Injectable()
export class ConsentHistory {
  constructor(
    private readonly sessions: DataSessionStore,
    private readonly names: ParticipantNames,
  ) {}

  of({ sessions, receipts }: KeptHistory, now: Instant): { fetches: Fetch[]; erasures: Erasure[] } {
    return {
      fetches: sessions.map((session) => this.fetch(session, now)),
      erasures: receipts.map(({ reason, erasedAt, token }) => ({ reason, erasedAt, receipt: token })),
    };
  }

  /** When each data request was made, those given back left out. */
  usesOf({ sessions }: KeptHistory): Instant[] {
    const counted = sessions.filter(({ returnedAt }) => returnedAt === null);
    return [...new Map(counted.map(({ dataRequestId, requestedAt }) => [dataRequestId, requestedAt])).values()];
  }

  countOverdue(consentIds: readonly string[], now: Instant): Promise<ReadonlyMap<string, number>> {
    return this.sessions.countOverdue(consentIds, now);
  }

  private fetch(session: DataSession, now: Instant): Fetch {
    const { sentDigest, receivedDigest } = session;
    const bothSpoke = sentDigest !== null && receivedDigest !== null;
    return {
      dataRequestId: session.dataRequestId,
      sessionId: session.id,
      requestedAt: session.requestedAt,
      by: this.names.show(session.dataUser),
      from: this.names.show(session.dataProvider),
      state: session.state,
      dataTypes: session.dataTypes.map(copyOf),
      dataRange: session.dataRange,
      isReturned: session.returnedAt !== null,
      recordsSent: session.served,
      recordsReceived: session.records,
      matches: bothSpoke ? reconcile(bothSides(session), now) === 'agrees' : null,
      eraseBy: session.eraseBy,
      erasedAt: session.erasedAt,
      erasureOverdue: isErasureOverdue(session, now),
    };
  }
}

function copyOf({ type, fields }: DataTypeTerm): Fetch['dataTypes'][number] {
  return fields === undefined ? { type } : { type, fields: [...fields] };
}
