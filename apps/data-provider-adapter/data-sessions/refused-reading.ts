import { Injectable } from '@nestjs/common';
import { groundedOn, type Refusal, RefusedError } from '#domain';
import { AuditTrail, Clock, SessionRefusals } from '#platform';
import type { VerifiedAccess } from './access-gate.ts';

/** Refuses that an opened session is read on, and keeps in the audit trail that it was: once for each reason. */
@Injectable()
export class RefusedReading {
  constructor(
    private readonly refusals: SessionRefusals,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @param access of whoever asked: the session is theirs. @throws RefusedError always, once that is noted */
  async refuse(refusal: Refusal, { token }: VerifiedAccess): Promise<never> {
    const { code } = refusal;
    const { sessionId, artefactId: ground, dataUser, dataRequestId } = token.authorization;
    const at = this.clock.now();
    const ids = { sessionId, ground, manager: token.issuer, dataUser, dataRequestId };
    const about = { ground: groundedOn(ground), counterpart: dataUser, session: sessionId, request: dataRequestId };
    await this.refusals.note({ act: 'data.refused', code, ...ids, at }, () =>
      this.trail.prepare({ act: 'data.refused', outcome: code, ...about }),
    );
    throw new RefusedError(refusal);
  }
}
