import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import {
  addSeconds,
  type Catalogues,
  checkConsentRequest,
  earlierOf,
  type Instant,
  RefusedError,
  toMilliseconds,
} from '#domain';
import { Clock, type Transaction, type VerifiedCommand } from '#platform';
import { type ConsentRequestFields, digestOfCanonical } from '#protocol';
import { ManagerTrail } from '../audit-trail/manager-trail.ts';
import { CATALOGUES } from '../catalogues/catalogues.ts';
import { Timeline } from '../timeline/timeline.ts';
import { ApplyStandingChoices } from './apply-standing-choices.ts';
import type { ConsentRequest } from './consent-request.ts';
import { ConsentRequestStore } from './consent-request-store.ts';
import { HandleSigner } from './handle-signer.ts';

/** Takes what data users ask for. */
@Injectable()
export class ConsentRequestsService {
  private sequence = randomInt(2 ** 31);

  constructor(
    private readonly store: ConsentRequestStore,
    private readonly handles: HandleSigner,
    private readonly timeline: Timeline,
    private readonly choices: ApplyStandingChoices,
    private readonly clock: Clock,
    private readonly trail: ManagerTrail,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  /**
   * Whoever is asked for, known or not, the answer is a handle.
   * @returns `consent-handle+jwt`
   */
  async take(tx: Transaction, { claims }: VerifiedCommand<ConsentRequestFields>): Promise<string> {
    const now = this.clock.now();
    const refusal = checkConsentRequest(claims, this.catalogues, now);
    if (refusal !== undefined) throw new RefusedError(refusal);
    const { terms, notice, mayBeNarrowed, requestId, iss: dataUser } = claims;
    const request: ConsentRequest = {
      handle: this.nextHandle(now),
      requestId,
      dataUser,
      principalId: null,
      terms,
      termsDigest: digestOfCanonical(terms),
      notice,
      mayBeNarrowed,
      state: 'PENDING',
      askedAt: now,
      expiresAt: earlierOf(addSeconds(now, this.handles.lifeSeconds), terms.consentPeriod.expiry),
      consentId: null,
      reason: null,
      decidedAt: null,
    };
    const facts = { participant: dataUser, handle: request.handle, purpose: terms.purpose.text };
    const entry = this.timeline.entry(now, 'consent-request.received', facts);
    const asked = { counterpart: dataUser, request: request.handle, digest: request.termsDigest };
    const noted = this.trail.prepare({ act: 'consent-request.received', ...asked });
    this.store.add(tx, request, claims.principal, entry, noted);
    this.choices.soon(tx);
    return this.handles.sign(request);
  }

  /** By the clock that says when it was asked, so that handles of a time are found by it; in order within a millisecond. */
  private nextHandle(now: Instant): string {
    this.sequence = (this.sequence + 1) >>> 0;
    return uuidv7({ msecs: toMilliseconds(now), seq: this.sequence });
  }
}
