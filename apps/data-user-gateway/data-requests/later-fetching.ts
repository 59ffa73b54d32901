import { Injectable } from '@nestjs/common';
import { RefusedError, refuse } from '#domain';
import { Clock } from '#platform';
import { OwnConsentCheck } from '../consent-artefacts/own-consent-check.ts';
import { DataSessionStore } from '../data-sessions/data-session-store.ts';
import { FetchStarting } from '../data-sessions/fetch-starting.ts';
import type { DataRequestStanding } from './asked-data.ts';
import { DataRequestStore } from './data-request-store.ts';

/** Opens the sessions that were left for later. */
@Injectable()
export class LaterFetching {
  constructor(
    private readonly requests: DataRequestStore,
    private readonly sessions: DataSessionStore,
    private readonly check: OwnConsentCheck,
    private readonly starting: FetchStarting,
    private readonly clock: Clock,
  ) {}

  /** @param isAwaited whether whoever asks is answered by what comes of it */
  async fetch(id: string, ownCheck: boolean, isAwaited: boolean): Promise<DataRequestStanding> {
    const hold = this.starting.hold();
    const release = () =>
      this.sessions.release({ dataRequestId: id, ownCheck, hold, isAwaited, now: this.clock.now() });
    const [{ asked, sessions, handOvers }, released] = ownCheck
      ? [await this.findAllowed(id), await release()]
      : await Promise.all([this.find(id), release()]);
    // Nothing was left, or another has just opened it.
    if (released.length === 0) return this.find(id);
    await this.starting.start(released, hold);
    const opened = new Map(released.map(({ session }) => [session.id, session]));
    return { asked, sessions: sessions.map((session) => opened.get(session.id) ?? session), handOvers };
  }

  private async findAllowed(id: string): Promise<DataRequestStanding> {
    const standing = await this.find(id);
    this.check.check(await this.check.find(standing.asked.consentId), standing.asked);
    return standing;
  }

  private async find(id: string): Promise<DataRequestStanding> {
    const standing = await this.requests.find(id);
    if (standing === undefined) throw new RefusedError(refuse('not-found', id));
    return standing;
  }
}
