import { Injectable } from '@nestjs/common';
import { addDuration, useCovers } from '#domain';
import { Clock } from '#platform';
import type { AuthorisedSession } from '#protocol';
import { DataKeys } from '../data-keys/data-keys.ts';
import { FetchQueue } from '../data-sessions/fetch-queue.ts';
import { accessTokenPlace, type NewSession } from '../data-sessions/fetched-session.ts';
import type { AskedData } from './asked-data.ts';

/** What an authorised session begins as. */
@Injectable()
export class SessionDrafting {
  constructor(
    private readonly keys: DataKeys,
    private readonly queue: FetchQueue,
    private readonly clock: Clock,
  ) {}

  draft({ id, consentId, manager, ownCheck, fetch }: AskedData, authorised: AuthorisedSession): NewSession {
    const { sessionId, dataProvider: provider, accessToken, expiresAt: tokenExpiresAt } = authorised;
    const now = this.clock.now();
    const later = fetch === 'later';
    return {
      ...{ id: sessionId, dataRequestId: id, consentId, manager, provider, ownCheck, tokenExpiresAt, createdAt: now },
      work: later ? 'HOLD' : 'FETCH',
      accessToken: this.keys.wrap(accessTokenPlace(sessionId), Buffer.from(accessToken)),
      nextTryAt: later ? addDuration(now, useCovers) : now,
    };
  }

  async wake(sessions: readonly AuthorisedSession[]): Promise<void> {
    for (const { sessionId } of sessions) await this.queue.add(sessionId);
  }
}
