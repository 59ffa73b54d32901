import { Inject, Injectable } from '@nestjs/common';
import { groundedOn, type Refusal } from '#domain';
import { Clock, type PreparedTrail, SETTINGS, SessionRefusals, type Transaction } from '#platform';
import { ManagerTrail } from '../audit-trail/manager-trail.ts';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';
import type { RenewedSession } from './data-request-store.ts';

/** What the audit trail keeps of retries and of further access tokens, and of those that were refused. */
@Injectable()
export class SessionTokenTrail {
  constructor(
    private readonly refusals: SessionRefusals,
    private readonly trail: ManagerTrail,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<ConsentManagerSettings, 'PARTICIPANT_ID'>,
  ) {}

  /** @param id of the session that fetches once more what failed of `session` */
  retried(session: RenewedSession, id: string): PreparedTrail {
    const about = { ...aboutSession(session), session: id, about: session.sessionId };
    return this.trail.prepare({ act: 'data-session.retried', ...about });
  }

  /** @param id of the session the token is for, where it is one that retries this one */
  renewed(tx: Transaction, session: RenewedSession, id = session.sessionId): void {
    this.trail.write(tx, { act: 'access-token.renewed', ...aboutSession(session), session: id });
  }

  /** Once for each session and reason. */
  async refused(
    act: 'access-token.refused' | 'data-session.retry-refused',
    session: RenewedSession,
    { code }: Refusal,
  ): Promise<void> {
    const { sessionId, consentId: ground, dataUser, dataRequestId } = session;
    const manager = this.settings.PARTICIPANT_ID;
    const refusal = { sessionId, act, code, ground, manager, dataUser, dataRequestId, at: this.clock.now() };
    const entry = { act, outcome: code, ...aboutSession(session) };
    await this.refusals.note(refusal, () => this.trail.prepare(entry));
  }
}

function aboutSession({ consentId, dataUser, principalId, sessionId, dataRequestId }: RenewedSession) {
  const who = { counterpart: dataUser, principal: principalId };
  return { ground: groundedOn(consentId), ...who, session: sessionId, request: dataRequestId };
}
