import { Injectable } from '@nestjs/common';
import { type ConsentStanding, RefusedError, refuse } from '#domain';
import { OwnConsentCheck } from '../consent-artefacts/own-consent-check.ts';
import { DataSessionStore } from './data-session-store.ts';
import { type Fetching, LeaseLost } from './fetching.ts';

/** Asks our own copy of the consent before each step of a fetch, and as what came is kept. */
@Injectable()
export class GroundChecking {
  constructor(
    private readonly sessions: DataSessionStore,
    private readonly ownCheck: OwnConsentCheck,
  ) {}

  /** @throws RefusedError with the first reason against it */
  async check(fetching: Fetching): Promise<void> {
    const { session, claims, asked } = fetching;
    if (!session.ownCheck) return;
    fetching.standing ??= await this.look(session.consentId);
    this.ownCheck.check({ claims, standing: fetching.standing }, asked);
  }

  /**
   * What came is kept only under the version of the consent that was checked; where it has changed since, the new one is
   * checked first.
   *
   * @param keep returns false where nothing was written
   * @throws RefusedError, LeaseLost
   */
  async keep(fetching: Fetching, keep: (version: number | undefined) => Promise<boolean>): Promise<void> {
    await this.check(fetching);
    const { ownCheck, consentId } = fetching.session;
    const version = ownCheck ? fetching.standing?.version : undefined;
    if (await keep(version)) return;
    fetching.standing = ownCheck ? await this.look(consentId) : undefined;
    if (fetching.standing?.version === version) throw new LeaseLost();
    return this.keep(fetching, keep);
  }

  private async look(consentId: string): Promise<ConsentStanding> {
    const standing = await this.sessions.findStanding(consentId);
    if (standing === undefined) throw new RefusedError(refuse('consent-unknown', consentId));
    return standing;
  }
}
