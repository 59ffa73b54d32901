import { Injectable } from '@nestjs/common';
import {
  type ConsentAct,
  type ConsentStanding,
  endsDataLife,
  groundedOn,
  type Instant,
  moveConsent,
  orRefuse,
} from '#domain';
import { Outbox, type OutgoingEvent, type Transaction } from '#platform';
import type { EventTypeName } from '#protocol';
import { ManagerTrail } from '../audit-trail/manager-trail.ts';
import { ErasureDates } from '../data-erasure/erasure-dates.ts';
import type { DataSession } from '../data-sessions/data-session.ts';
import { Timeline } from '../timeline/timeline.ts';
import type { TimelineFacts, TimelineKind } from '../timeline/timeline-words.ts';
import type { ConsentArtefact, SignedConsent } from './consent.ts';
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

/** As it was read; with the sessions under it where they were read. */
type Given = SignedConsent & { readonly sessions?: readonly DataSession[] };

/** The only place where a consent moves: new version, events to all counterparts, timeline, in one transaction. */
@Injectable()
export class ConsentMover {
  constructor(
    private readonly store: ConsentStore,
    private readonly outbox: Outbox,
    private readonly timeline: Timeline,
    private readonly erasures: ErasureDates,
    private readonly trail: ManagerTrail,
  ) {}

  /**
   * @param given as it was read; breaks (`isOvertaken`) where it moved since
   * @returns it as it is then
   * @throws RefusedError where its state does not allow the act
   */
  async move<C extends Given>(tx: Transaction, given: C, { act, now, resumeAt, entry, facts }: Move): Promise<C> {
    const standing = orRefuse(moveConsent(given.consent.standing, act, resumeAt));
    const consent = { ...given.consent, standing, changedAt: now };
    const all = { participant: consent.dataUser, consentId: consent.id, ...facts, until: resumeAt };
    this.store.setStanding(tx, consent, this.timeline.entry(now, entry ?? entries[act], all));
    const { id, principalId: principal, dataUser: counterpart } = consent;
    this.trail.write(tx, { act: events[act], ground: groundedOn(id), principal, counterpart });
    const sessions = endsDataLife(standing.state, consent.terms)
      ? this.erasures.endAll(tx, consent.id, now, given.sessions ?? [])
      : given.sessions;
    const told = given.artefacts.filter(({ revokedVersion }) => revokedVersion === null);
    await this.outbox.writeAll(
      tx,
      told.map((artefact) => moved(artefact, events[act], standing)),
    );
    return { ...given, consent, sessions };
  }

  /** Ends one artefact while the consent goes on with the others. @param given locked in `tx` */
  async endArtefact(tx: Transaction, given: SignedConsent, artefact: ConsentArtefact, now: Instant): Promise<void> {
    const standing = { ...given.consent.standing, version: given.consent.standing.version + 1 };
    const consent = { ...given.consent, standing, changedAt: now };
    const facts = { participant: artefact.counterpart, consentId: consent.id };
    this.store.setStanding(tx, consent, this.timeline.entry(now, 'consent.reduced-with-link', facts));
    this.store.revokeArtefact(tx, artefact.id, standing.version);
    const { counterpart, digest } = artefact;
    const about = { ground: groundedOn(consent.id), principal: consent.principalId, counterpart, digest };
    this.trail.write(tx, { act: 'consent-artefact.revoked', ...about });
    const ended = { state: 'REVOKED', version: standing.version } as const;
    await this.outbox.write(tx, moved(artefact, 'consent-artefact.revoked', ended));
  }
}

function moved(
  { id, counterpart, recipient }: ConsentArtefact,
  type: (typeof events)[ConsentAct],
  { state, version, resumeAt }: ConsentStanding,
): OutgoingEvent<(typeof events)[ConsentAct]> {
  const told = { artefactId: id, state, version, ...(resumeAt === undefined ? {} : { resumeAt }) };
  return { to: counterpart, role: recipient, type, subject: id, version, state: told };
}
