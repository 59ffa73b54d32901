import { Injectable } from '@nestjs/common';
import { type ConsentAct, type ConsentStanding, endsDataLife, type Instant, moveConsent, orRefuse } from '#domain';
import { Outbox, type Transaction } from '#platform';
import type { EventTypeName } from '#protocol';
import { ErasureDates } from '../data-erasure/erasure-dates.ts';
import { Timeline } from '../timeline/timeline.ts';
import type { TimelineFacts, TimelineKind } from '../timeline/timeline-words.ts';
import type { Consent, ConsentArtefact } from './consent.ts';
import { ConsentStore } from './consent-store.ts';

const events = {
  pause: 'consent-artefact.paused',
  resume: 'consent-artefact.resumed',
  revoke: 'consent-artefact.revoked',
  expire: 'consent-artefact.expired',
} as const satisfies Record<ConsentAct, EventTypeName>;

const entries: Record<ConsentAct, TimelineKind> = {
  pause: 'consent.paused',
  resume: 'consent.resumed',
  revoke: 'consent.revoked',
  expire: 'consent.expired',
};

export interface Move {
  readonly act: ConsentAct;
  readonly now: Instant;
  readonly resumeAt?: Instant | undefined;
  /** What the timeline says in place of the act's own words. */
  readonly entry?: TimelineKind;
  readonly facts?: TimelineFacts;
}

/** The only place where a consent moves: new version, events to all counterparts, timeline, in one transaction. */
@Injectable()
export class ConsentMover {
  constructor(
    private readonly store: ConsentStore,
    private readonly outbox: Outbox,
    private readonly timeline: Timeline,
    private readonly erasures: ErasureDates,
  ) {}

  /** @param consent locked in `tx`. @throws RefusedError where its state does not allow the act */
  async move(tx: Transaction, consent: Consent, { act, now, resumeAt, entry, facts }: Move): Promise<Consent> {
    const standing = orRefuse(moveConsent(consent.standing, act, resumeAt));
    await this.store.setStanding(tx, consent.id, standing, now);
    for (const artefact of await this.store.standingArtefacts(tx, consent.id)) {
      await this.announce(tx, artefact, events[act], standing);
    }
    if (endsDataLife(standing.state, consent.terms)) await this.erasures.endAll(tx, consent.id, now);
    const all = { participant: consent.dataUser, consentId: consent.id, ...facts, until: resumeAt };
    await this.timeline.tell(tx, consent.principalId, now, entry ?? entries[act], all);
    return { ...consent, standing, changedAt: now };
  }

  /** Ends one artefact while the consent goes on with the others. */
  async endArtefact(tx: Transaction, consent: Consent, artefact: ConsentArtefact, now: Instant): Promise<Consent> {
    const standing = { ...consent.standing, version: consent.standing.version + 1 };
    await this.store.setStanding(tx, consent.id, standing, now);
    await this.store.revokeArtefact(tx, artefact.id, standing.version);
    const ended = { state: 'REVOKED', version: standing.version } as const;
    await this.announce(tx, artefact, 'consent-artefact.revoked', ended);
    const facts = { participant: artefact.counterpart, consentId: consent.id };
    await this.timeline.tell(tx, consent.principalId, now, 'consent.reduced-with-link', facts);
    return { ...consent, standing, changedAt: now };
  }

  private async announce(
    tx: Transaction,
    { id, counterpart, recipient }: ConsentArtefact,
    type: (typeof events)[ConsentAct],
    { state, version, resumeAt }: ConsentStanding,
  ): Promise<void> {
    const told = { artefactId: id, state, version, ...(resumeAt === undefined ? {} : { resumeAt }) };
    await this.outbox.write(tx, { to: counterpart, role: recipient, type, subject: id, version, state: told });
  }
}
