import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { addSeconds, isRefusal } from '#domain';
import { Clock } from '#platform';
import { dataSessionAuthorization, parseCompactToken } from '#protocol';
import { ConsentManagerClient } from '../consent-managers/consent-manager-client.ts';
import { DataKeys } from '../data-keys/data-keys.ts';
import { DataSessionStore } from './data-session-store.ts';
import { accessTokenPlace } from './fetched-session.ts';
import { type Fetching, orLeaseLost } from './fetching.ts';

/** A token that is this close to its end is renewed before it is used. */
const RENEW_BEFORE_SECONDS = 15;

/** The access token of a session: kept encrypted, renewed at the manager, which checks the consent afresh each time. */
@Injectable()
export class SessionTokens {
  constructor(
    private readonly store: DataSessionStore,
    private readonly managers: ConsentManagerClient,
    private readonly keys: DataKeys,
    private readonly clock: Clock,
  ) {}

  /** @throws RefusedError where the manager refuses to renew it */
  async current(fetching: Fetching): Promise<string> {
    const { accessToken, tokenExpiresAt, id } = fetching.session;
    const usable = accessToken !== null && this.clock.now() < addSeconds(tokenExpiresAt, -RENEW_BEFORE_SECONDS);
    if (!usable) return this.renew(fetching);
    fetching.accessToken ??= this.keys.unwrap(accessTokenPlace(id), accessToken).toString();
    return fetching.accessToken;
  }

  async renew(fetching: Fetching): Promise<string> {
    const { id, manager } = fetching.session;
    const { accessToken, expiresAt } = await this.managers.renewToken(manager, id);
    const wrapped = this.keys.wrap(accessTokenPlace(id), Buffer.from(accessToken));
    orLeaseLost(await this.store.recordToken(fetching.lease, wrapped, expiresAt));
    fetching.session = { ...fetching.session, accessToken: wrapped, tokenExpiresAt: expiresAt };
    fetching.accessToken = accessToken;
    return accessToken;
  }
}

const authorizations = z.tuple([dataSessionAuthorization]);

/** What the parts are bound to, from the token's own words; it is for the provider to verify them. */
export function artefactDigestOf(accessToken: string): string {
  const token = parseCompactToken(accessToken, { typ: 'at+jwt', maxBytes: 16_384 });
  const details = isRefusal(token) ? undefined : token.payload['authorization_details'];
  const parsed = authorizations.safeParse(details);
  return parsed.success ? parsed.data[0].artefactDigest : '';
}
