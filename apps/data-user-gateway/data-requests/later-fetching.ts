import { Injectable } from '@nestjs/common';
import { RefusedError, refuse } from '#domain';
import { Clock } from '#platform';
import { OwnConsentCheck } from '../consent-artefacts/own-consent-check.ts';
import { DataSessionStore } from '../data-sessions/data-session-store.ts';
import { FetchQueue } from '../data-sessions/fetch-queue.ts';
import type { AskedData } from './asked-data.ts';
import { DataRequestStore } from './data-request-store.ts';

/** Opens the sessions that were left for later. */
@Injectable()
export class LaterFetching {
  constructor(
    private readonly requests: DataRequestStore,
    private readonly sessions: DataSessionStore,
    private readonly check: OwnConsentCheck,
    private readonly queue: FetchQueue,
    private readonly clock: Clock,
  ) {}

  async fetch(id: string, ownCheck: boolean): Promise<AskedData> {
    const asked = await this.requests.find(id);
    if (asked === undefined) throw new RefusedError(refuse('not-found', id));
    if (ownCheck) this.check.check(await this.check.find(asked.consentId), asked);
    const released = await this.sessions.release(id, ownCheck, this.clock.now());
    for (const sessionId of released) await this.queue.add(sessionId);
    return asked;
  }
}
