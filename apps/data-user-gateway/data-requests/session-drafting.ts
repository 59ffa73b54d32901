import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import type { AuthorisedSession } from '#protocol';
import { DataKeys } from '../data-keys/data-keys.ts';
import { accessTokenPlace, beginSession, type FetchedSession } from '../data-sessions/fetched-session.ts';
import type { LeasedSession } from '../data-sessions/fetching.ts';
import { SessionSecrets } from '../data-sessions/session-secrets.ts';
import type { AskedData } from './asked-data.ts';

export type Retried = Partial<Pick<FetchedSession, 'retryOf' | 'retryAccounts'>>;

/** A session as it is to be written down, and its secrets for whoever begins with it at once. */
export type SessionDraft = Pick<LeasedSession, 'session' | 'accessToken' | 'recipient'>;

/** What an authorised session begins as. */
@Injectable()
export class SessionDrafting {
  constructor(
    private readonly keys: DataKeys,
    private readonly secrets: SessionSecrets,
  ) {}

  /** @param retried what it fetches once more, where it does */
  async draft(
    asked: AskedData,
    authorised: AuthorisedSession,
    now: Instant,
    retried: Retried = {},
  ): Promise<SessionDraft> {
    const { id: dataRequestId, consentId, manager, ownCheck, fetch } = asked;
    const { sessionId: id, dataProvider: provider, accessToken, expiresAt: tokenExpiresAt } = authorised;
    const { recipient, ...secrets } = await this.secrets.draw(id);
    const session = beginSession({
      ...{ id, dataRequestId, consentId, manager, provider, ownCheck, tokenExpiresAt, createdAt: now },
      ...retried,
      accessToken: this.keys.wrap(accessTokenPlace(id), Buffer.from(accessToken)),
      ...{ work: fetch === 'later' ? 'HOLD' : 'FETCH', ...secrets },
    });
    return { session, accessToken, recipient };
  }
}
