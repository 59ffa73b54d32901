import { Injectable } from '@nestjs/common';
import { earlierOf, groundedOn, orRefuse, RefusedError, refuse } from '#domain';
import { Clock, type EventHandler, type ReceivedEvent, type Transaction, Verifier } from '#platform';
import { deletionReceiptMessage, verifyMessage } from '#protocol';
import { ManagerTrail } from '../audit-trail/manager-trail.ts';
import { Timeline } from '../timeline/timeline.ts';
import { DataErasureStore } from './data-erasure-store.ts';
import { handOverWords } from './hand-over-words.ts';

/**
 * A data user signs that what it received is gone. The receipt is verified by itself, and kept. A session is erased once
 * a receipt names it: as long as files of it could not be deleted none does, and its erasure may become overdue.
 */
@Injectable()
export class DataSessionErasedHandler implements EventHandler<'data-session.erased'> {
  readonly type = 'data-session.erased';

  constructor(
    private readonly store: DataErasureStore,
    private readonly verifier: Verifier,
    private readonly timeline: Timeline,
    private readonly clock: Clock,
    private readonly trail: ManagerTrail,
  ) {}

  async handle(tx: Transaction, { issuer, state }: ReceivedEvent<'data-session.erased'>): Promise<void> {
    const { claims, raw, digest } = orRefuse(
      await verifyMessage(deletionReceiptMessage, state.receipt, this.verifier.contextInEvent()),
    );
    const consent = await this.store.findConsent(tx, state.consentId, issuer);
    if (consent === undefined || claims.iss !== issuer || claims.consentId !== state.consentId) {
      throw new RefusedError(refuse('event-not-yours', `consent ${state.consentId}`));
    }
    const { consentId, principalId } = consent;
    // What is told as done was done by now, however fast the clock of who did it.
    const erasedAt = earlierOf(claims.erasedAt, this.clock.now());
    const receipt = { id: claims.jti, consentId, reason: claims.reason, erasedAt, token: raw };
    if (!(await this.store.keep(tx, receipt))) return;
    const sessionIds = claims.sessions.map(({ sessionId }) => sessionId);
    this.store.markErased(tx, receipt, sessionIds);
    const records = claims.sessions.reduce((sum, { rows }) => sum + rows, 0);
    const about = { ground: groundedOn(consentId), counterpart: issuer, principal: principalId, digest };
    this.trail.write(tx, { act: 'data.erased', ...about, records });
    const handedOn = handOverWords(claims.handOvers);
    const left = claims.handOvers.filter(({ status }) => status === 'pending' || status === 'unreachable').length;
    const facts = {
      participant: issuer,
      consentId,
      records,
      reason: claims.reason,
      handedOn,
      ...(left > 0 ? { left } : {}),
    };
    // Without sessions it tells what became of something an earlier receipt called pending.
    const kind = sessionIds.length === 0 && handedOn !== undefined ? 'hand-over.erased' : 'data-session.erased';
    this.timeline.tell(tx, principalId, this.clock.now(), kind, facts);
  }
}
