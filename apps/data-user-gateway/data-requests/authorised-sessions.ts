import { Injectable } from '@nestjs/common';
import { addDuration, useCovers } from '#domain';
import { Clock, Database } from '#platform';
import type { AuthorisedSession, DataRequestAnswer } from '#protocol';
import { HeldConsentStore } from '../consent-artefacts/held-consent-store.ts';
import { DataKeys } from '../data-keys/data-keys.ts';
import { DataSessionStore } from '../data-sessions/data-session-store.ts';
import { FetchQueue } from '../data-sessions/fetch-queue.ts';
import { accessTokenPlace, type NewSession } from '../data-sessions/fetched-session.ts';
import type { AskedData } from './asked-data.ts';
import { DataRequestStore } from './data-request-store.ts';

/** Writes down the sessions a manager authorised, and has them fetched. */
@Injectable()
export class AuthorisedSessions {
  constructor(
    private readonly database: Database,
    private readonly consents: HeldConsentStore,
    private readonly requests: DataRequestStore,
    private readonly sessions: DataSessionStore,
    private readonly drafting: SessionDrafting,
  ) {}

  async keep(asked: AskedData, { dataRequestId: useId, requestedAt, sessions }: DataRequestAnswer): Promise<void> {
    await this.database.transaction(async (tx) => {
      // Erasing locks the consent too: a session is begun before it or after it, never in the middle.
      await this.consents.lock(tx, asked.consentId);
      if (!(await this.requests.recordUse(tx, asked.id, useId, requestedAt))) return;
      for (const session of sessions) await this.sessions.add(tx, this.drafting.draft(asked, session));
      if (asked.fetch === 'now') this.database.afterCommit(tx, () => this.drafting.wake(sessions));
    });
  }
}

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
