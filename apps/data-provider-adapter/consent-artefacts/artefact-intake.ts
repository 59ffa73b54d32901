import { Inject, Injectable } from '@nestjs/common';
import { type ConsentStanding, type ConsentState, orRefuse, RefusedError, refuse, supersedes } from '#domain';
import { Clock, type RoleSettings, SETTINGS, type Transaction, Verifier } from '#platform';
import { consentArtefactMessage, type EventState, verifyMessage } from '#protocol';
import { ConsentArtefactStore } from './consent-artefact-store.ts';
import { ConsentFollower } from './consent-follower.ts';
import type { ConsentKey, KeptArtefact } from './kept-consent.ts';

/** What each event says of the consent; `issued` may be heard again later, so it says whatever holds by then. */
const statedBy = {
  'consent-artefact.issued': undefined,
  'consent-artefact.paused': 'PAUSED',
  'consent-artefact.resumed': 'ACTIVE',
  'consent-artefact.revoked': 'REVOKED',
  'consent-artefact.expired': 'EXPIRED',
} as const satisfies Record<`consent-artefact.${string}`, ConsentState | undefined>;

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
    private readonly verifier: Verifier,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID'>,
  ) {}

  /** @throws RefusedError where it is not the sender's to say, or contradicts itself */
  async take(tx: Transaction, { issuer, type, state }: ConsentStatement): Promise<void> {
    const stated = statedBy[type];
    if (stated !== undefined && stated !== state.state) throw new RefusedError(refuse('schema-mismatch', 'state'));
    const key = { manager: issuer, artefactId: state.artefactId };
    if ('artefact' in state) await this.keep(tx, key, state.artefact);
    const { version, resumeAt } = state;
    await this.hear(tx, key, { state: state.state, version, ...(resumeAt === undefined ? {} : { resumeAt }) });
  }

  private async keep(tx: Transaction, key: ConsentKey, token: string): Promise<void> {
    const { claims, digest } = orRefuse(await verifyMessage(consentArtefactMessage, token, this.verifier.context()));
    const { artefactId, dataProvider, dataUser, principal, accounts, terms, iss } = claims;
    const mine = dataProvider === this.settings.PARTICIPANT_ID && artefactId === key.artefactId && iss === key.manager;
    if (!mine || accounts === undefined) throw new RefusedError(refuse('event-not-yours', 'artefact'));
    const receivedAt = this.clock.now();
    const artefact: KeptArtefact = { ...key, token, digest, dataUser, principal, accounts, terms, receivedAt };
    const kept = await this.store.keep(tx, artefact);
    // An artefact never changes: whoever signs another under its id is told so.
    if (kept !== digest) throw new RefusedError(refuse('event-not-yours', 'another artefact has this id'));
  }

  private async hear(tx: Transaction, key: ConsentKey, heard: ConsentStanding): Promise<void> {
    const at = this.clock.now();
    const { kept, isFirst } = await this.store.lockStanding(tx, key, heard, at);
    if (!isFirst && !supersedes(heard, kept)) return;
    if (!isFirst) await this.store.replaceStanding(tx, key, heard, at);
    await this.follower.standingChanged(tx, key, heard);
  }
}
