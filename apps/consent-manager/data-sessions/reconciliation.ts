import { Inject, Injectable, Logger } from '@nestjs/common';
import { addSeconds, type Instant, reconcile, type SessionFinding } from '#domain';
import { Clock, Outbox, type OutgoingEvent, SETTINGS, type Transaction } from '#platform';
import { ErasureDates } from '../data-erasure/erasure-dates.ts';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';
import { Timeline } from '../timeline/timeline.ts';
import type { TimelineKind } from '../timeline/timeline-words.ts';
import { bothSides, type StatedSession } from './data-session.ts';
import { DataSessionStore, type SessionUnderConsent } from './data-session-store.ts';

const entries: Record<SessionFinding, TimelineKind> = {
  agrees: 'data-session.matched',
  'not-received-in-time': 'data-session.unconfirmed',
  'received-but-not-sent': 'data-session.unstated',
  'digests-differ': 'data-session.mismatched',
  'counts-differ': 'data-session.mismatched',
};

/** Holds what the provider says it sent against what the data user says it received; the person and both are told. */
@Injectable()
export class Reconciliation {
  private readonly logger = new Logger(Reconciliation.name);

  constructor(
    private readonly store: DataSessionStore,
    private readonly erasures: ErasureDates,
    private readonly timeline: Timeline,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<ConsentManagerSettings, 'UNCONFIRMED_AFTER_SECONDS'>,
  ) {}

  /** When the other side must have spoken, where one speaks now. */
  confirmBy(now: Instant): Instant {
    return addSeconds(now, this.settings.UNCONFIRMED_AFTER_SECONDS);
  }

  /**
   * Tells what is new: that the words do not match, that they do so in another way, or that they match after all.
   * @param session as it stands now, locked in `tx`
   */
  async compare(tx: Transaction, session: StatedSession): Promise<void> {
    const now = this.clock.now();
    const finding = this.findNew(session, now);
    if (finding === undefined) return;
    const { id: sessionId, principalId, consentId, dataRequestId, dataUser, dataProvider } = session;
    const version = session.findingVersion + 1;
    this.store.recordFinding(tx, sessionId, finding, version, now);
    const participant = finding === 'received-but-not-sent' ? dataProvider : dataUser;
    const facts = { participant, consentId, dataRequestId, sessionId, finding };
    this.timeline.tell(tx, principalId, now, entries[finding], facts);
    const state = { sessionId, finding, version };
    const event = { type: 'data-session.unmatched', subject: sessionId, version, state } as const;
    const told: OutgoingEvent<'data-session.unmatched'>[] = [
      { to: dataProvider, role: 'data-provider', ...event },
      { to: dataUser, role: 'data-user', ...event },
    ];
    await this.outbox.writeAll(tx, told);
    if (finding === 'agrees') this.logger.log(`both sides agree on data session ${sessionId} after all`);
    else this.logger.warn(`data session ${sessionId} between ${dataProvider} and ${dataUser}: ${finding}`);
  }

  /** @returns what there is to tell of it; undefined where that is nothing, or was told before */
  findNew(session: StatedSession, now: Instant): SessionFinding | undefined {
    const finding = reconcile(bothSides(session), now);
    // What was never told to differ need not be told to agree.
    return finding === (session.finding ?? 'agrees') ? undefined : finding;
  }

  /** @param session of which one side alone has spoken in time, locked in `tx` */
  async conclude(tx: Transaction, session: SessionUnderConsent): Promise<void> {
    const { sentAt, served, receivedAt } = session;
    const isSilent = sentAt !== null && served !== null && served > 0 && receivedAt === null;
    this.store.stopWaiting(tx, session.id, isSilent ? this.erasures.latestFor(session, sentAt) : null);
    await this.compare(tx, { ...session, confirmBy: null });
  }
}
