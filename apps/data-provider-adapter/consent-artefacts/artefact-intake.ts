import { Inject, Injectable } from '@nestjs/common';
import {
  type ConsentStanding,
  type ConsentState,
  groundedOn,
  orRefuse,
  RefusedError,
  refuse,
  supersedes,
  type TrailAct,
} from '#domain';
import {
  AuditTrail,
  Clock,
  type EventReceipt,
  type RoleSettings,
  SETTINGS,
  type TrailNote,
  type Transaction,
  Verifier,
} from '#platform';
import { canonicalJson, consentArtefactMessage, type EventState, verifyMessage } from '#protocol';
import { ConsentArtefactStore } from './consent-artefact-store.ts';
import { ConsentFollower } from './consent-follower.ts';
import type { ArrivedArtefact, ConsentKey } from './kept-consent.ts';
import { KnownEnds } from './known-ends.ts';

/** What each event says of the consent; `issued` may be heard again later, so it says whatever holds by then. */
const statedBy = {
  'consent-artefact.issued': undefined,
  'consent-artefact.paused': 'PAUSED',
  'consent-artefact.resumed': 'ACTIVE',
  'consent-artefact.revoked': 'REVOKED',
  'consent-artefact.expired': 'EXPIRED',
} as const satisfies Record<`consent-artefact.${string}`, ConsentState | undefined>;

/** How the trail names that a consent got where it is. */
const entered = {
  ACTIVE: 'consent-artefact.resumed',
  PAUSED: 'consent-artefact.paused',
  REVOKED: 'consent-artefact.revoked',
  EXPIRED: 'consent-artefact.expired',
} as const satisfies Record<ConsentState, TrailAct>;

export type ConsentEventName = keyof typeof statedBy;
export const consentEventNames = Object.keys(statedBy) as ConsentEventName[];

export interface ConsentStatement<T extends ConsentEventName = ConsentEventName> {
  readonly issuer: string;
  readonly type: T;
  readonly state: EventState<T>;
}

/** Takes what a consent manager says of its consents. Twice, late or out of order comes to the same. */
@Injectable()
export class ArtefactIntake {
  constructor(
    private readonly store: ConsentArtefactStore,
    private readonly follower: ConsentFollower,
    private readonly ends: KnownEnds,
    private readonly verifier: Verifier,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID'>,
  ) {}

  /** @throws RefusedError where it is not the sender's to say, or contradicts itself */
  async take(tx: Transaction, statement: ConsentStatement): Promise<void> {
    const { key, standing, artefact } = await this.read(statement);
    await this.hear(tx, key, standing, artefact);
  }

  /**
   * What comes as a rule: an artefact of which nothing was heard before, and news of one that is known.
   *
   * @returns false where nothing was written
   */
  async takeAlone(statement: ConsentStatement, receipt: EventReceipt): Promise<boolean> {
    const { key, standing, artefact } = await this.read(statement);
    const heard = { standing, at: this.clock.now(), receipt };
    if (artefact === undefined) {
      const noted = this.trail.prepare({ act: entered[standing.state], ...aboutConsent(key) });
      return this.store.move(key, { ...heard, noted });
    }
    if (standing.state !== 'ACTIVE') return false;
    return this.store.addNew(key, { ...heard, artefact, noted: this.trail.prepare(keptNote(key, artefact)) });
  }

  private async read({ issuer, type, state }: ConsentStatement) {
    const stated = statedBy[type];
    if (stated !== undefined && stated !== state.state) throw new RefusedError(refuse('schema-mismatch', 'state'));
    const key = { manager: issuer, artefactId: state.artefactId };
    const artefact = 'artefact' in state ? await this.verify(key, state.artefact) : undefined;
    const { version, resumeAt } = state;
    const standing = { state: state.state, version, ...(resumeAt === undefined ? {} : { resumeAt }) };
    this.ends.hear(key, standing);
    return { key, standing, artefact };
  }

  private async verify(key: ConsentKey, token: string): Promise<ArrivedArtefact> {
    const { claims, digest } = orRefuse(
      await verifyMessage(consentArtefactMessage, token, this.verifier.contextInEvent()),
    );
    const { artefactId, dataProvider, dataUser, principal, accounts, terms, iss } = claims;
    const mine = dataProvider === this.settings.PARTICIPANT_ID && artefactId === key.artefactId && iss === key.manager;
    if (!mine || accounts === undefined) throw new RefusedError(refuse('event-not-yours', 'artefact'));
    return { ...key, token, digest, dataUser, principal, accounts, terms, receivedAt: this.clock.now() };
  }

  /** The same words as are kept, newer where the key of the first was compromised. @returns undefined for other words */
  private async reissue(tx: Transaction, key: ConsentKey, artefact: ArrivedArtefact) {
    const kept = wordsOf(await this.store.findToken(tx, key));
    const come = wordsOf(artefact.token);
    if (kept.said !== come.said) return undefined;
    if (come.iat <= kept.iat) return 'older';
    this.store.replaceToken(tx, key, artefact);
    return 'newer';
  }

  private async hear(tx: Transaction, key: ConsentKey, standing: ConsentStanding, artefact?: ArrivedArtefact) {
    const at = this.clock.now();
    const { digest, kept, isFirst, isArtefactNew } = await this.store.hear(tx, key, { standing, artefact, at });
    // An artefact never changes but for its signature: whoever signs another under its id is told so.
    const isOther = artefact !== undefined && digest !== artefact.digest;
    const reissued = isOther ? await this.reissue(tx, key, artefact) : 'none';
    if (reissued === undefined) throw new RefusedError(refuse('event-not-yours', 'another artefact has this id'));
    if ((isArtefactNew || reissued === 'newer') && artefact !== undefined)
      this.trail.write(tx, keptNote(key, artefact));
    if (isFirst ? standing.state !== 'ACTIVE' : supersedes(standing, kept))
      this.trail.write(tx, { act: entered[standing.state], ...aboutConsent(key, artefact) });
    // Nothing can rest yet on a consent that was never heard of.
    if (isFirst || !supersedes(standing, kept)) return;
    this.store.replaceStanding(tx, key, standing, at);
    await this.follower.standingChanged(tx, key, standing);
  }
}

/** What a token that was verified says, apart from when it was signed. */
function wordsOf(token: string): { iat: number; said: string } {
  const { iat, ...said } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return { iat, said: canonicalJson(said) };
}

function keptNote(key: ConsentKey, artefact: ArrivedArtefact): TrailNote {
  return { act: 'consent-artefact.kept', ...aboutConsent(key, artefact), digest: artefact.digest };
}

function aboutConsent({ manager, artefactId }: ConsentKey, artefact?: ArrivedArtefact) {
  return { ground: groundedOn(artefactId), counterpart: manager, principal: artefact?.principal };
}
