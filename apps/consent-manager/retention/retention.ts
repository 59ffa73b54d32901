import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDuration, type Duration } from '#domain';
import { Clock, JobQueues } from '#platform';
import { AccountLinkStore } from '../account-links/account-link-store.ts';
import { ActCountStore } from '../act-counts/act-count-store.ts';
import { ApprovalDraftStore } from '../consent-requests/approval-draft-store.ts';
import { ConsentRequestStore } from '../consent-requests/consent-request-store.ts';
import { OneTimeCodeStore } from '../one-time-codes/one-time-code-store.ts';
import { OpenIdCeremonyStore } from '../openid-sign-in/openid-ceremony-store.ts';
import { PrincipalSessionStore } from '../principal-sessions/principal-session-store.ts';

const everyMs = 600_000;

/** How long beyond its end each is kept. The same table stands in docs/operations.md. */
export const keptFor = {
  /** Longer than the hour over which codes are bounded. */
  oneTimeCodes: 'P1D',
  accountLinkRequests: 'P1D',
  /** Of requests that were asked of nobody. */
  consentRequestsOfNobody: 'P30D',
} as const satisfies Record<string, Duration>;

@Injectable()
export class RetentionStores {
  constructor(
    readonly codes: OneTimeCodeStore,
    readonly sessions: PrincipalSessionStore,
    readonly links: AccountLinkStore,
    readonly requests: ConsentRequestStore,
    readonly counts: ActCountStore,
    readonly ceremonies: OpenIdCeremonyStore,
    readonly drafts: ApprovalDraftStore,
  ) {}
}

/** Deletes what has served its purpose. */
@Injectable()
export class Retention implements OnModuleInit {
  constructor(
    private readonly queues: JobQueues,
    private readonly clock: Clock,
    private readonly stores: RetentionStores,
  ) {}

  onModuleInit(): void {
    this.queues.every('consent-manager.forget', everyMs, () => this.sweep());
  }

  async sweep(): Promise<void> {
    const now = this.clock.now();
    const before = (kept: Duration) => addDuration(now, kept, -1);
    const { codes, sessions, links, requests, counts, ceremonies, drafts } = this.stores;
    await codes.forgetExpired(before(keptFor.oneTimeCodes));
    await sessions.forgetExpired(now);
    await ceremonies.forgetExpired(now);
    await drafts.forgetExpired(now);
    await links.forgetRequests(before(keptFor.accountLinkRequests));
    await counts.forgetEnded(now);
    await requests.forgetOfNobody(before(keptFor.consentRequestsOfNobody));
  }
}
