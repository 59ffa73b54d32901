import { Injectable } from '@nestjs/common';
import { type ConsentStanding, RefusedError, refuse } from '#domain';
import { OwnConsentCheck } from '../consent-artefacts/own-consent-check.ts';
import { DataKeys } from '../data-keys/data-keys.ts';
import { DataSessionStore } from './data-session-store.ts';
import type { Fetching } from './fetching.ts';

/** Asks our own copy of the consent before each step of a fetch. */
@Injectable()
export class GroundChecking {
  constructor(
    private readonly sessions: DataSessionStore,
    private readonly ownCheck: OwnConsentCheck,
    private readonly keys: DataKeys,
  ) {}

  /** @throws RefusedError with the first reason against it */
  async check(fetching: Fetching): Promise<void> {
    const { session, claims, asked } = fetching;
    if (!session.ownCheck) return;
    const standing = fetching.standing ?? (await this.look(fetching));
    fetching.standing = undefined;
    this.ownCheck.check({ claims, standing }, asked);
  }

  /** No key is destroyed while a session under its consent is active: one look at it is enough. */
  private async look(fetching: Fetching): Promise<ConsentStanding> {
    const { consentId } = fetching.session;
    const ground = await this.sessions.findGround(consentId);
    if (ground === undefined) throw new RefusedError(refuse('consent-unknown', consentId));
    const { standing, wrappedKey } = ground;
    if (wrappedKey !== null) fetching.dataKey ??= this.keys.open(consentId, wrappedKey);
    return standing;
  }
}
