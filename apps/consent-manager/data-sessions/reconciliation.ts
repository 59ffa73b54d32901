import { Inject, Injectable } from '@nestjs/common';
import { addSeconds, type Instant, type ParticipantId } from '#domain';
import { Clock, SETTINGS, type Transaction } from '#platform';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';
import { Timeline } from '../timeline/timeline.ts';
import { isMismatched, type StatedSession } from './data-session.ts';
import { DataSessionStore } from './data-session-store.ts';

/** Holds what the provider says it sent against what the data user says it received. */
@Injectable()
export class Reconciliation {
  constructor(
    private readonly store: DataSessionStore,
    private readonly timeline: Timeline,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<ConsentManagerSettings, 'UNCONFIRMED_AFTER_SECONDS'>,
  ) {}

  /** When the other side must have spoken, where one speaks now. */
  confirmBy(now: Instant): Instant {
    return addSeconds(now, this.settings.UNCONFIRMED_AFTER_SECONDS);
  }

  /** @param session as it stands now, locked in `tx` */
  compare(tx: Transaction, session: StatedSession): void {
    if (session.mismatchedAt !== null || !isMismatched(session)) return;
    this.flag(tx, session, 'mismatched', session.dataUser);
  }

  /** @param session of which one side alone has spoken in time, locked in `tx` */
  conclude(tx: Transaction, session: StatedSession): void {
    this.store.stopWaiting(tx, session.id);
    if (session.mismatchedAt !== null) return;
    // Of nothing sent there is nothing to confirm.
    if ((session.served ?? 0) > 0) this.flag(tx, session, 'unconfirmed', session.dataUser);
    else if ((session.records ?? 0) > 0) this.flag(tx, session, 'unstated', session.dataProvider);
  }

  private flag(
    tx: Transaction,
    { id, principalId, consentId, dataRequestId }: StatedSession,
    how: 'mismatched' | 'unconfirmed' | 'unstated',
    participant: ParticipantId,
  ): void {
    const now = this.clock.now();
    this.store.recordMismatch(tx, id, now);
    const facts = { participant, consentId, dataRequestId, sessionId: id };
    this.timeline.tell(tx, principalId, now, `data-session.${how}`, facts);
  }
}
