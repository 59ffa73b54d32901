import { Injectable } from '@nestjs/common';
import { Clock, type Transaction } from '#platform';
import { Timeline } from '../timeline/timeline.ts';
import { type DataSession, isMismatched } from './data-session.ts';
import { DataSessionStore } from './data-session-store.ts';

/** Holds what the provider says it sent against what the data user says it received. */
@Injectable()
export class Reconciliation {
  constructor(
    private readonly store: DataSessionStore,
    private readonly timeline: Timeline,
    private readonly clock: Clock,
  ) {}

  /** @param session as it stands now, locked in `tx` */
  async compare(tx: Transaction, session: DataSession): Promise<void> {
    if (session.mismatchedAt === null && isMismatched(session)) await this.flag(tx, session, 'mismatched');
  }

  /** @param session whose time is over: what one side alone has spoken of does not match either */
  async conclude(tx: Transaction, session: DataSession): Promise<void> {
    const oneSided = (session.served ?? 0) > 0 !== (session.receivedAt !== null && (session.records ?? 0) > 0);
    if (session.mismatchedAt === null && oneSided) await this.flag(tx, session, 'unconfirmed');
  }

  private async flag(tx: Transaction, session: DataSession, how: 'mismatched' | 'unconfirmed'): Promise<void> {
    const now = this.clock.now();
    await this.store.recordMismatch(tx, session.id, now);
    const { principalId, consentId, dataRequestId, dataUser, id } = session;
    const facts = { participant: dataUser, consentId, dataRequestId, sessionId: id };
    await this.timeline.tell(tx, principalId, now, `data-session.${how}`, facts);
  }
}
