import { Injectable } from '@nestjs/common';
import {
  type AccountOutcome,
  accountOutcomes,
  concludeSession,
  groundedOn,
  type Instant,
  isEnded,
  RefusedError,
  refuse,
} from '#domain';
import { Clock, type EventHandler, type ReceivedEvent, type Transaction } from '#platform';
import { ManagerTrail } from '../audit-trail/manager-trail.ts';
import { Timeline } from '../timeline/timeline.ts';
import type { StatedSession } from './data-session.ts';
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
    private readonly trail: ManagerTrail,
  ) {}

  async handle(tx: Transaction, { issuer, state, envelope }: ReceivedEvent<'data-session.sent'>): Promise<void> {
    const session = await this.store.lock(tx, state.sessionId);
    if (session?.dataProvider !== issuer) throw new RefusedError(refuse('event-not-yours', state.sessionId));
    if (session.sentAt !== null) return;
    const { manifestDigest, served } = state;
    const at = this.clock.now();
    const ended = isEnded(session.state) ? session.state : concludeSession(listed(state.outcomes));
    const confirmBy = this.reconciliation.confirmBy(at);
    const entry = this.timeline.entry(at, 'data-session.sent', {
      ...factsOf(session),
      participant: issuer,
      records: served,
    });
    const about = { ground: groundedOn(session.consentId), counterpart: issuer, session: session.id };
    const noted = this.trail.prepare({ act: 'data.sent', ...about, digest: manifestDigest, records: served });
    const heard = { token: envelope.raw, noted };
    this.store.recordSent(
      tx,
      session,
      { manifestDigest, served, outcomes: state.outcomes, state: ended, at, confirmBy, ...heard },
      entry,
    );
    if (served === 0) await this.returnUse(tx, session, at);
    const stated = { ...session, served, sentAt: at, sentDigest: manifestDigest };
    await this.reconciliation.compare(tx, { ...stated, confirmBy: session.receivedAt === null ? confirmBy : null });
  }

  /** Given back only when every provider has signed that nothing was served. */
  private async returnUse(tx: Transaction, session: StatedSession, now: Instant): Promise<void> {
    if (!(await this.store.returnUse(tx, session.dataRequestId, now))) return;
    const facts = { ...factsOf(session), participant: session.dataUser };
    this.timeline.tell(tx, session.principalId, now, 'data-request.returned', facts);
  }
}

function factsOf({ id, consentId, dataRequestId }: StatedSession) {
  return { consentId, dataRequestId, sessionId: id };
}

function listed(counts: OutcomeCounts): AccountOutcome[] {
  return accountOutcomes.filter((outcome) => (counts[outcome] ?? 0) > 0);
}
