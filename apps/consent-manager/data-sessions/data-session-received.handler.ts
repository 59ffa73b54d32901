import { Injectable } from '@nestjs/common';
import { earlierOf, groundedOn, type Instant, RefusedError, refuse } from '#domain';
import { Clock, type EventHandler, type EventReceipt, type ReceivedEvent, type Transaction } from '#platform';
import { ManagerTrail } from '../audit-trail/manager-trail.ts';
import { ErasureDates } from '../data-erasure/erasure-dates.ts';
import { Timeline } from '../timeline/timeline.ts';
import { DataSessionStore, type ReceivedStatement, type SessionUnderConsent } from './data-session-store.ts';
import { Reconciliation } from './reconciliation.ts';

/** A data user says what it received. Its first word on a session stands. */
@Injectable()
export class DataSessionReceivedHandler implements EventHandler<'data-session.received'> {
  readonly type = 'data-session.received';

  constructor(
    private readonly store: DataSessionStore,
    private readonly erasures: ErasureDates,
    private readonly reconciliation: Reconciliation,
    private readonly timeline: Timeline,
    private readonly clock: Clock,
    private readonly trail: ManagerTrail,
  ) {}

  async handle(tx: Transaction, event: ReceivedEvent<'data-session.received'>): Promise<void> {
    const session = await this.store.lockUnderConsent(tx, event.state.sessionId);
    if (session?.dataUser !== event.issuer) throw new RefusedError(refuse('event-not-yours', event.state.sessionId));
    if (session.receivedAt !== null) return;
    const { received, entry, stated } = this.hear(session, event, this.clock.now());
    this.store.recordReceived(tx, session, received, entry);
    await this.reconciliation.compare(tx, stated);
  }

  /** A session this process knows, of which there is nothing to tell. */
  async handleAlone(event: ReceivedEvent<'data-session.received'>, receipt: EventReceipt): Promise<boolean> {
    const session = this.store.recall(event.state.sessionId);
    if (session?.dataUser !== event.issuer || session.receivedAt !== null) return false;
    const now = this.clock.now();
    const { received, entry, stated } = this.hear(session, event, now);
    if (this.reconciliation.findNew(stated, now) !== undefined) return false;
    return this.store.recordReceivedAlone(session, received, entry, receipt);
  }

  private hear(
    session: SessionUnderConsent,
    { issuer, state, envelope }: ReceivedEvent<'data-session.received'>,
    now: Instant,
  ) {
    const { manifestDigest, records, misfits = 0 } = state;
    const receivedAt = earlierOf(state.receivedAt, now);
    const eraseBy = earlierOf(state.eraseBy, this.erasures.latestFor(session, receivedAt));
    const confirmBy = this.reconciliation.confirmBy(now);
    const { consentId, dataRequestId } = session;
    const facts = { participant: issuer, consentId, dataRequestId, sessionId: session.id, records };
    const entry = this.timeline.entry(now, 'data-session.received', facts);
    const about = { ground: groundedOn(consentId), counterpart: issuer, session: session.id, digest: manifestDigest };
    const noted = this.trail.prepare({ act: 'data.received', ...about, records });
    const heard = { token: envelope.raw, noted };
    const received: ReceivedStatement = { manifestDigest, records, misfits, receivedAt, eraseBy, confirmBy, ...heard };
    const waiting = session.sentAt === null ? confirmBy : null;
    const stated = { ...session, records, misfits, receivedAt, receivedDigest: manifestDigest, confirmBy: waiting };
    return { received, entry, stated };
  }
}
