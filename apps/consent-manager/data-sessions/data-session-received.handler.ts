import { Injectable } from '@nestjs/common';
import { earlierOf, groundedOn, RefusedError, refuse } from '#domain';
import { Clock, type EventHandler, type ReceivedEvent, type Transaction } from '#platform';
import { ManagerTrail } from '../audit-trail/manager-trail.ts';
import { ErasureDates } from '../data-erasure/erasure-dates.ts';
import { Timeline } from '../timeline/timeline.ts';
import { DataSessionStore } from './data-session-store.ts';
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

  async handle(tx: Transaction, { issuer, state, envelope }: ReceivedEvent<'data-session.received'>): Promise<void> {
    const session = await this.store.lockUnderConsent(tx, state.sessionId);
    if (session?.dataUser !== issuer) throw new RefusedError(refuse('event-not-yours', state.sessionId));
    if (session.receivedAt !== null) return;
    const { manifestDigest, records, misfits = 0 } = state;
    const now = this.clock.now();
    const receivedAt = earlierOf(state.receivedAt, now);
    const eraseBy = earlierOf(state.eraseBy, this.erasures.latestFor(session, receivedAt));
    const confirmBy = this.reconciliation.confirmBy(now);
    const { consentId, dataRequestId } = session;
    const facts = { participant: issuer, consentId, dataRequestId, sessionId: session.id, records };
    const entry = this.timeline.entry(now, 'data-session.received', facts);
    const about = { ground: groundedOn(consentId), counterpart: issuer, session: session.id, digest: manifestDigest };
    const noted = this.trail.prepare({ act: 'data.received', ...about, records });
    const heard = { token: envelope.raw, noted };
    const received = { manifestDigest, records, misfits, receivedAt, eraseBy, confirmBy, ...heard };
    this.store.recordReceived(tx, session, received, entry);
    const stated = { ...session, records, misfits, receivedAt, receivedDigest: manifestDigest };
    await this.reconciliation.compare(tx, { ...stated, confirmBy: session.sentAt === null ? confirmBy : null });
  }
}
