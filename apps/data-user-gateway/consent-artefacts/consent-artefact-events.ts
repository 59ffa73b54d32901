import { Injectable, Logger } from '@nestjs/common';
import {
  type ConsentStanding,
  endsDataLife,
  groundedOn,
  moveRequest,
  orRefuse,
  type ParticipantId,
  type Refusal,
  RefusedError,
  refuse,
  supersedes,
  type TrailAct,
} from '#domain';
import {
  AuditTrail,
  Clock,
  Database,
  type EventHandler,
  type EventReceipt,
  type ReceivedEvent,
  type TrailNote,
  type Transaction,
} from '#platform';
import { sha256Base64url } from '#protocol';
import type { AskedConsent } from '../consent-requests/asked-consent.ts';
import { ConsentRequestStore } from '../consent-requests/consent-request-store.ts';
import { KnownAsks } from '../consent-requests/known-asks.ts';
import { checkAnswersAsk } from './accept-artefact.ts';
import { ArtefactVerification } from './artefact-verification.ts';
import { DataLifeEnding } from './data-life-ending.ts';
import type { HeldConsent } from './held-consent.ts';
import { HeldConsentStore } from './held-consent-store.ts';
import { KnownConsents } from './known-consents.ts';

type Change =
  | 'consent-artefact.paused'
  | 'consent-artefact.resumed'
  | 'consent-artefact.revoked'
  | 'consent-artefact.expired';
type Issued = 'consent-artefact.issued';
type Issuance = ReceivedEvent<Issued>['state'];

/** How the trail names that a consent got where it is. */
const entered = {
  ACTIVE: 'consent-artefact.resumed',
  PAUSED: 'consent-artefact.paused',
  REVOKED: 'consent-artefact.revoked',
  EXPIRED: 'consent-artefact.expired',
} as const satisfies Record<ConsentStanding['state'], TrailAct>;

interface Told extends ConsentStanding {
  readonly artefactId: string;
}

/** What the manager says of the consents this data user was given. */
@Injectable()
export class ConsentArtefactEvents {
  private readonly logger = new Logger(ConsentArtefactEvents.name);

  constructor(
    private readonly database: Database,
    private readonly requests: ConsentRequestStore,
    private readonly consents: HeldConsentStore,
    private readonly knownAsks: KnownAsks,
    private readonly known: KnownConsents,
    private readonly verification: ArtefactVerification,
    private readonly dataLives: DataLifeEnding,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  handlers() {
    const issued: EventHandler<Issued> = {
      type: 'consent-artefact.issued',
      handle: (tx, event) => this.logged(event, () => this.accept(tx, event)),
      handleAlone: (event, receipt) => this.logged(event, () => this.acceptAlone(event, receipt)),
    };
    return [
      issued,
      this.on('consent-artefact.paused'),
      this.on('consent-artefact.resumed'),
      this.on('consent-artefact.revoked'),
      this.on('consent-artefact.expired'),
    ] as const;
  }

  private on<T extends Change>(type: T): EventHandler<T> {
    return {
      type,
      handle: (tx, event) => this.logged(event, () => this.apply(tx, event.issuer, event.state as Told)),
      handleAlone: (event, receipt) => this.moveAlone(event.issuer, event.state as Told, receipt),
    };
  }

  /** A first artefact of a request that waits for it. @returns false where it is anything else, and nothing was written */
  private async acceptAlone({ issuer, state }: ReceivedEvent<Issued>, receipt: EventReceipt): Promise<boolean> {
    if (state.state !== 'ACTIVE') return false;
    const said = { manager: issuer, artefactId: state.artefactId };
    const claims = orRefuse(await this.verification.verify(state.artefact, said));
    const handle = claims.handle ?? '';
    const asked = this.knownAsks.find(issuer, handle) ?? (await this.requests.findByHandle(issuer, handle));
    if (asked?.state !== 'PENDING' || asked.consentId !== null) return false;
    orRefuse(checkAnswersAsk(claims, asked));
    const { consent, answered, note } = this.answer(asked, claims, state);
    const news = { at: consent.receivedAt, noted: this.trail.prepare(note), receipt };
    this.knownAsks.forget(asked);
    const isAdded = await this.database.transaction((tx) => this.consents.addLast(tx, consent, answered, news));
    if (isAdded) this.known.keep(consent);
    return isAdded;
  }

  /** @returns false where nothing was written */
  private async moveAlone(issuer: ParticipantId, told: Told, receipt: EventReceipt): Promise<boolean> {
    const held = this.known.find(told.artefactId) ?? (await this.consents.find(told.artefactId));
    const heard = standingOf(told);
    if (held?.manager !== issuer || !supersedes(heard, held.standing)) return false;
    const noted = this.trail.prepare({ act: entered[heard.state], ...aboutConsent(held.claims) });
    const news = { at: this.clock.now(), noted, receipt };
    const isMoved = await this.database.transaction(async (tx) => {
      const isWritten = await this.consents.moveLast(tx, held, heard, news);
      if (isWritten && endsDataLife(heard.state, held.claims.terms)) this.dataLives.addAfter(tx, held.id);
      return isWritten;
    });
    if (isMoved) this.known.keep({ ...held, standing: heard });
    return isMoved;
  }

  private async accept(tx: Transaction, { issuer, state }: ReceivedEvent<Issued>): Promise<void> {
    const { artefactId } = state;
    const said = { manager: issuer, artefactId };
    const claims = orRefuse(await this.verification.verify(state.artefact, said));
    // The handle may still be on its way here: then the manager is told no, and tries again.
    const asked = await this.requests.lockByHandle(tx, issuer, claims.handle ?? '', artefactId);
    if (asked === undefined) throw new RefusedError(refuse('consent-unknown', 'no request has this handle'));
    // A request without an answer has no artefact yet that could be told once more.
    if (asked.consentId !== null && (await this.moveHeld(tx, issuer, state))) return;
    orRefuse(checkAnswersAsk(claims, asked));
    const { consent, answered, note } = this.answer(asked, claims, state);
    if (asked.isHeld) return this.apply(tx, issuer, state);
    this.consents.add(tx, consent, answered);
    this.trail.write(tx, note);
    if (state.state !== 'ACTIVE') this.trail.write(tx, { act: entered[state.state], ...aboutConsent(claims) });
  }

  /** What is written down where this artefact answers the request. */
  private answer(asked: AskedConsent, claims: HeldConsent['claims'], { artefactId, artefact, ...told }: Issuance) {
    // A request that is approved already gets the artefact that takes the place of the first.
    const state = asked.state === 'APPROVED' ? asked.state : orRefuse(moveRequest(asked.state, 'approve'));
    const consent: HeldConsent = {
      ...{ id: artefactId, manager: asked.manager, handle: asked.handle ?? '', artefact, claims },
      ...{ standing: standingOf(told), receivedAt: this.clock.now() },
    };
    const digest = sha256Base64url(artefact);
    const note: TrailNote = { act: 'consent-artefact.kept', ...aboutConsent(claims), digest };
    return { consent, answered: { ...asked, state }, note };
  }

  private async apply(tx: Transaction, issuer: ParticipantId, told: Told): Promise<void> {
    // Its artefact may still be on its way here: told no, the manager tries again.
    if (await this.moveHeld(tx, issuer, told)) return;
    throw new RefusedError(refuse('consent-unknown', 'no artefact has come'));
  }

  /** @returns false where no such consent is held */
  private async moveHeld(tx: Transaction, issuer: ParticipantId, told: Told): Promise<boolean> {
    const held = await this.consents.lock(tx, told.artefactId);
    if (held === undefined) return false;
    if (held.manager !== issuer) throw new RefusedError(refuse('event-not-yours', 'another manager gave this consent'));
    const heard = standingOf(told);
    if (!supersedes(heard, held.standing)) return true;
    this.consents.recordStanding(tx, held.id, heard, this.clock.now());
    this.trail.write(tx, { act: entered[heard.state], ...aboutConsent(held.claims) });
    if (endsDataLife(heard.state, held.claims.terms)) this.dataLives.addAfter(tx, held.id);
    return true;
  }

  /** An artefact or event that is not accepted is the operator's business too: something is wrong at the manager. */
  private async logged<T>(event: ReceivedEvent, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof RefusedError) this.warn(event, error.refusal);
      throw error;
    }
  }

  private warn({ type, jti, issuer }: ReceivedEvent, { code, detail }: Refusal): void {
    this.logger.warn(`${type} ${jti} of ${issuer} is not accepted: ${code} (${detail})`);
  }
}

function aboutConsent({ artefactId, iss: counterpart, principal }: HeldConsent['claims']) {
  return { ground: groundedOn(artefactId), counterpart, principal };
}

function standingOf({ state, version, resumeAt }: ConsentStanding): ConsentStanding {
  return { state, version, ...(resumeAt === undefined ? {} : { resumeAt }) };
}
