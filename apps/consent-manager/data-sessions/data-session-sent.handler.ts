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
import { Clock, type EventHandler, type EventReceipt, type ReceivedEvent, type Transaction } from '#platform';
import { ManagerTrail } from '../audit-trail/manager-trail.ts';
import { ErasureDates } from '../data-erasure/erasure-dates.ts';
import { Timeline } from '../timeline/timeline.ts';
import type { StatedSession } from './data-session.ts';
import {
  DataSessionStore,
  type OutcomeCounts,
  type SentStatement,
  type SessionUnderConsent,
} from './data-session-store.ts';
import { Reconciliation } from './reconciliation.ts';

/** A provider says what it handed over. Its first word on a session stands. */
@Injectable()
export class DataSessionSentHandler implements EventHandler<'data-session.sent'> {
  readonly type = 'data-session.sent';

  constructor(
    private readonly store: DataSessionStore,
    private readonly erasures: ErasureDates,
    private readonly reconciliation: Reconciliation,
    private readonly timeline: Timeline,
    private readonly clock: Clock,
    private readonly trail: ManagerTrail,
  ) {}

  async handle(tx: Transaction, event: ReceivedEvent<'data-session.sent'>): Promise<void> {
    const session = await this.store.lockUnderConsent(tx, event.state.sessionId);
    if (session?.dataProvider !== event.issuer)
      throw new RefusedError(refuse('event-not-yours', event.state.sessionId));
    if (session.sentAt !== null) return;
    const { sent, entry, stated } = this.hear(session, event);
    this.store.recordSent(tx, session, sent, entry);
    if (sent.served === 0) await this.returnUse(tx, session, sent.at);
    await this.reconciliation.compare(tx, stated);
  }

  /** A session this process knows, of which there is nothing to tell. */
  async handleAlone(event: ReceivedEvent<'data-session.sent'>, receipt: EventReceipt): Promise<boolean> {
    const session = this.store.recall(event.state.sessionId);
    if (session?.dataProvider !== event.issuer || session.sentAt !== null || event.state.served === 0) return false;
    const { sent, entry, stated } = this.hear(session, event);
    if (this.reconciliation.findNew(stated, sent.at) !== undefined) return false;
    return this.store.recordSentAlone(session, sent, entry, receipt);
  }

  private hear<S extends SessionUnderConsent>(
    session: S,
    { issuer, state, envelope }: ReceivedEvent<'data-session.sent'>,
  ) {
    const { manifestDigest, served, outcomes } = state;
    const at = this.clock.now();
    const ended = isEnded(session.state) ? session.state : concludeSession(listed(outcomes));
    const confirmBy = this.reconciliation.confirmBy(at);
    const facts = { ...factsOf(session), participant: issuer, records: served };
    const entry = this.timeline.entry(at, 'data-session.sent', facts);
    const about = { ground: groundedOn(session.consentId), counterpart: issuer, session: session.id };
    const noted = this.trail.prepare({ act: 'data.sent', ...about, digest: manifestDigest, records: served });
    const heard = { token: envelope.raw, noted };
    const toErase = this.erasures.ofSent(session, served, at);
    const sent: SentStatement = { manifestDigest, served, outcomes, state: ended, at, confirmBy, ...toErase, ...heard };
    const waiting = session.receivedAt === null ? confirmBy : null;
    return { sent, entry, stated: { ...session, served, sentAt: at, sentDigest: manifestDigest, confirmBy: waiting } };
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
