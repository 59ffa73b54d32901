import { Injectable } from '@nestjs/common';
import { addDuration, concludeSession, isEnded, RefusedError, refuse, useCovers } from '#domain';
import { Clock } from '#platform';
import { OwnConsentCheck } from '../consent-artefacts/own-consent-check.ts';
import { ConsentManagerClient } from '../consent-managers/consent-manager-client.ts';
import { FetchStarting } from '../data-sessions/fetch-starting.ts';
import type { SessionStanding } from '../data-sessions/fetched-session.ts';
import type { AskedData, DataRequestStanding } from './asked-data.ts';
import { DataRequestStore } from './data-request-store.ts';
import { lastOf } from './describe-data-request.ts';
import { SessionDrafting } from './session-drafting.ts';

/** Fetches once more what failed of a data request, under the use that was spent for it. */
@Injectable()
export class DataRequestRetrying {
  constructor(
    private readonly requests: DataRequestStore,
    private readonly managers: ConsentManagerClient,
    private readonly check: OwnConsentCheck,
    private readonly drafting: SessionDrafting,
    private readonly starting: FetchStarting,
    private readonly clock: Clock,
  ) {}

  /** @throws RefusedError: of several sessions, only where not one of them could be retried */
  async retry(id: string): Promise<DataRequestStanding> {
    const { asked, sessions } = await this.find(id);
    const failed = lastOf(sessions).filter(hasFailed);
    if (failed.length === 0) throw new RefusedError(refuse('nothing-to-retry', id));
    const { requestedAt } = asked;
    if (requestedAt !== null && this.clock.now() >= addDuration(requestedAt, useCovers)) {
      throw new RefusedError(refuse('use-lapsed', `reserved ${requestedAt}`));
    }
    if (asked.ownCheck) this.check.check(await this.check.find(asked.consentId), asked);
    const tried = await Promise.allSettled(failed.map((session) => this.retryOne(asked, session)));
    const refused = tried.find(({ status }) => status === 'rejected');
    if (refused?.status === 'rejected' && tried.every(({ status }) => status === 'rejected')) throw refused.reason;
    return this.find(id);
  }

  private async retryOne(asked: AskedData, failed: SessionStanding): Promise<void> {
    const authorised = await this.managers.retrySession(asked.manager, failed.id);
    const now = this.clock.now();
    const hold = this.starting.hold();
    const retried = { retryOf: failed.id, retryAccounts: accountsLeft(failed) };
    const fetchNow = { ...asked, fetch: 'now' } as const;
    const draft = await this.drafting.draft(fetchNow, authorised, now, retried);
    const ground = await this.requests.addRetry({ asked, session: draft.session, hold, nextTryAt: hold?.until ?? now });
    // Another has begun it.
    if (ground === undefined) return;
    await this.starting.start([{ ...draft, asked, ...ground }], hold);
  }

  private async find(id: string): Promise<DataRequestStanding> {
    const standing = await this.requests.find(id);
    if (standing === undefined) throw new RefusedError(refuse('not-found', id));
    return standing;
  }
}

/** Ended without all of its data, and not because that was to be erased. */
function hasFailed({ state, erasedAt, refusal }: SessionStanding): boolean {
  return isEnded(state) && state !== 'COMPLETED' && erasedAt === null && refusal?.code !== 'data-erased';
}

/** Those that did not answer; all where there is no manifest to tell. */
function accountsLeft({ accounts }: SessionStanding): string[] | null {
  if (accounts === null) return null;
  return accounts.filter(({ outcome }) => concludeSession([outcome]) === 'FAILED').map(({ account }) => account);
}
