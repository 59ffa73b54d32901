import { Injectable } from '@nestjs/common';
import { groundedOn, type Refusal } from '#domain';
import { Clock, type Transaction, type VerifiedCommand } from '#platform';
import type { DataRequestFields } from '#protocol';
import { ActCountStore } from '../act-counts/act-count-store.ts';
import { day, windowEnd } from '../act-counts/window-end.ts';
import { ManagerTrail } from '../audit-trail/manager-trail.ts';
import { Timeline } from '../timeline/timeline.ts';
import { DataRequestStore } from './data-request-store.ts';
import { isTold } from './is-told.ts';

const unbounded = 1_000_000_000;

/** Tells the person that someone asked for her data under her consent and was refused. */
@Injectable()
export class RefusedDataRequests {
  constructor(
    private readonly store: DataRequestStore,
    private readonly counts: ActCountStore,
    private readonly timeline: Timeline,
    private readonly clock: Clock,
    private readonly trail: ManagerTrail,
  ) {}

  /** Nobody is told where the consent is not one of who asks: there is nobody to tell. */
  async tell(tx: Transaction, { claims }: VerifiedCommand<DataRequestFields>, { code }: Refusal): Promise<void> {
    const consent = await this.store.findConsent(tx, claims.consentId, claims.iss);
    if (consent === undefined) return;
    const { consentId, principalId } = consent;
    const about = { ground: groundedOn(consentId), counterpart: claims.iss, principal: principalId };
    this.trail.write(tx, { act: 'data-request.refused', outcome: code, ...about, request: claims.requestId });
    const now = this.clock.now();
    const subject = `${consentId} ${code}`;
    const act = { act: 'data-request-refused', subject, windowEndsAt: windowEnd(now, day) } as const;
    const times = await this.counts.count(tx, act, unbounded);
    if (times === undefined || !isTold(times)) return;
    const facts = { participant: claims.iss, consentId, code, times };
    this.timeline.tell(tx, principalId, now, 'data-request.refused', facts);
  }
}
