import { Injectable } from '@nestjs/common';
import { type AccountOutcome, accountOutcomes, concludeSession, isEnded, RefusedError, refuse } from '#domain';
import { Clock, type EventHandler, type ReceivedEvent, type Transaction } from '#platform';
import { Timeline } from '../timeline/timeline.ts';
import type { DataSession } from './data-session.ts';
import { DataSessionStore, type OutcomeCounts } from './data-session-store.ts';
import { Reconciliation } from './reconciliation.ts';

/** A provider says what it handed over. Its first word on a session stands. */
@Injectable()
export class DataSessionSentHandler implements EventHandler<'data-session.sent'> {
  readonly type = 'data-session.sent';

  constructor(
    private readonly store: DataSessionStore,
    private readonly reconciliation: Reconciliation,
    private readonly timeline: Timeline,
    private readonly clock: Clock,
  ) {}

  async handle(tx: Transaction, { issuer, state }: ReceivedEvent<'data-session.sent'>): Promise<void> {
    const session = await this.store.lock(tx, state.sessionId);
    if (session?.dataProvider !== issuer) throw new RefusedError(refuse('event-not-yours', state.sessionId));
    if (session.sentAt !== null) return;
    const { manifestDigest, served } = state;
    const at = this.clock.now();
    const ended = isEnded(session.state) ? session.state : concludeSession(listed(state.outcomes));
    const confirmBy = this.reconciliation.confirmBy(at);
    await this.store.recordSent(tx, session.id, { manifestDigest, served, state: ended, at, confirmBy });
    await this.tell(tx, session, 'data-session.sent', session.dataProvider, served);
    if (served === 0) await this.returnUse(tx, session);
    await this.reconciliation.compare(tx, { ...session, served, sentAt: at, sentDigest: manifestDigest });
  }

  /** Given back only when every provider has signed that nothing was served. */
  private async returnUse(tx: Transaction, session: DataSession): Promise<void> {
    const returned = await this.store.returnUse(tx, session.dataRequestId, this.clock.now());
    if (returned) await this.tell(tx, session, 'data-request.returned', session.dataUser);
  }

  private async tell(
    tx: Transaction,
    { id, principalId, consentId, dataRequestId }: DataSession,
    type: 'data-session.sent' | 'data-request.returned',
    participant: string,
    records?: number,
  ): Promise<void> {
    const facts = { participant, consentId, dataRequestId, sessionId: id, records };
    await this.timeline.tell(tx, principalId, this.clock.now(), type, facts);
  }
}

function listed(counts: OutcomeCounts): AccountOutcome[] {
  return accountOutcomes.filter((outcome) => (counts[outcome] ?? 0) > 0);
}
