import { Injectable } from '@nestjs/common';
import {
  type Instant,
  moveRequest,
  orRefuse,
  RefusedError,
  type RejectionReason,
  type RequestAct,
  refuse,
  type StandingChoice,
} from '#domain';
import { Outbox, type Transaction } from '#platform';
import { ManagerTrail } from '../audit-trail/manager-trail.ts';
import { Timeline } from '../timeline/timeline.ts';
import { factsOfChoice } from '../timeline/timeline-words.ts';
import type { ConsentRequest } from './consent-request.ts';
import { ConsentRequestStore } from './consent-request-store.ts';

const ends = { REJECTED: 'consent-request.rejected', EXPIRED: 'consent-request.expired' } as const;

export interface RequestEnding {
  /** A code alone: it travels in the event, where no word that she typed may stand. */
  readonly reason?: RejectionReason | undefined;
  /** The rule of hers that said no; the data user is told no more than of any no. */
  readonly choice?: StandingChoice | undefined;
}

/** How requests end: once, and with the data user told in the same transaction. */
@Injectable()
export class RequestDecisions {
  constructor(
    private readonly store: ConsentRequestStore,
    private readonly outbox: Outbox,
    private readonly timeline: Timeline,
    private readonly trail: ManagerTrail,
  ) {}

  /** @throws RefusedError `not-found` alike for another person's and for none */
  async lock(tx: Transaction, handle: string, principalId: string): Promise<ConsentRequest> {
    const request = await this.store.lock(tx, handle, principalId);
    if (request === undefined) throw new RefusedError(refuse('not-found', `consent request ${handle}`));
    return request;
  }

  /** @throws RefusedError `request-not-pending`, `request-expired` */
  checkOpen(request: ConsentRequest, act: RequestAct, now: Instant): void {
    orRefuse(moveRequest(request.state, act));
    if (now >= request.expiresAt) throw new RefusedError(refuse('request-expired', `expired ${request.expiresAt}`));
  }

  /** Ends a request that no consent comes of. */
  async close(
    tx: Transaction,
    request: ConsentRequest,
    state: keyof typeof ends,
    now: Instant,
    { reason, choice }: RequestEnding = {},
  ): Promise<void> {
    const { handle, requestId, dataUser, principalId } = request;
    this.store.end(tx, handle, { state, now, reason });
    const principal = principalId ?? undefined;
    this.trail.write(tx, { act: ends[state], counterpart: dataUser, request: handle, principal });
    await this.outbox.write(tx, {
      to: dataUser,
      role: 'data-user',
      type: ends[state],
      subject: handle,
      version: 2,
      state: { handle, requestId, ...(reason === undefined ? {} : { reason }) },
    });
    if (principalId === null) return;
    const kind = choice === undefined ? ends[state] : 'consent-request.rejected-by-choice';
    this.timeline.tell(tx, principalId, now, kind, { participant: dataUser, handle, reason, ...factsOfChoice(choice) });
  }
}
