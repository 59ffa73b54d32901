import { Injectable } from '@nestjs/common';
import { RefusedError, refuse } from '#domain';
import { Clock } from '#platform';
import { OwnConsentCheck } from '../consent-artefacts/own-consent-check.ts';
import { DataSessionStore } from '../data-sessions/data-session-store.ts';
import { FetchStarting } from '../data-sessions/fetch-starting.ts';
import { SessionSecrets } from '../data-sessions/session-secrets.ts';
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
    private readonly secrets: SessionSecrets,
    private readonly clock: Clock,
  ) {}

  async fetch(id: string, ownCheck: boolean): Promise<DataRequestStanding> {
    const { asked, sessions, handOvers } = await this.find(id);
    if (ownCheck) this.check.check(await this.check.find(asked.consentId), asked);
    const hold = this.starting.hold();
    const waiting = sessions.filter(({ work, state }) => work === 'HOLD' && state === 'ACTIVE');
    // A recipient key is drawn when its session is opened, and written down before it is sent.
    const secrets = await Promise.all(waiting.map((session) => this.secrets.draw(session.id)));
    const release = { dataRequestId: id, secrets, ownCheck, hold, now: this.clock.now() };
    const released = secrets.length === 0 ? [] : await this.sessions.release(release);
    // Nothing was left, or another has just opened it.
    if (released.length === 0) return this.find(id);
    await this.starting.start(released, hold);
    const opened = new Map(released.map(({ session }) => [session.id, session]));
    return { asked, sessions: sessions.map((session) => opened.get(session.id) ?? session), handOvers };
  }

  private async find(id: string): Promise<DataRequestStanding> {
    const standing = await this.requests.find(id);
    if (standing === undefined) throw new RefusedError(refuse('not-found', id));
    return standing;
  }
}
