import { Injectable } from '@nestjs/common';
import { checkConsent, type ParticipantId, type Refusal, RefusedError, refuse } from '#domain';
import { Clock, Database, TrustListCache } from '#platform';
import { DataRequestStore, type RenewedSession } from './data-request-store.ts';
import { SessionTokenTrail } from './session-token-trail.ts';
import { type IssuedToken, SessionTokens } from './session-tokens.ts';

/** Issues another token for a session, as long as the consent still allows it. Spends no use. */
@Injectable()
export class TokenRenewalService {
  constructor(
    private readonly store: DataRequestStore,
    private readonly tokens: SessionTokens,
    private readonly trustList: TrustListCache,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly trail: SessionTokenTrail,
  ) {}

  /** @throws RefusedError `session-unknown` alike for another's session and for none */
  async renew(sessionId: string, dataUser: ParticipantId): Promise<IssuedToken> {
    const session = await this.store.findSession(sessionId, dataUser);
    if (session === undefined) throw new RefusedError(refuse('session-unknown', sessionId));
    const refusal = this.checkGround(session) ?? (session.ended ? refuse('session-ended', sessionId) : undefined);
    if (refusal !== undefined) {
      await this.trail.refused('access-token.refused', session, refusal);
      throw new RefusedError(refusal);
    }
    await this.database.transaction(async (tx) => this.trail.renewed(tx, session));
    const { dataRequestId, requestedAt, dataRange, dataTypes, dataProvider, artefactId, artefactDigest, jkt } = session;
    const granted = { sessionId, dataRequestId, requestedAt, dataRange, dataTypes, artefactId, artefactDigest };
    return this.tokens.issue({ ...granted, dataProvider, dataUser, jkt, retryOf: session.retryOf ?? undefined });
  }

  /** Whether the consent, its participants and the use still allow it. */
  checkGround(session: RenewedSession): Refusal | undefined {
    const { dataUser, dataTypes, dataRange, requestedAt, dataProvider } = session;
    const participants = this.trustList.current();
    const inactiveParticipants = [dataUser, dataProvider].filter(
      (id) => participants?.findParticipant(id)?.status !== 'active',
    );
    const ask = { dataUser, dataTypes, dataRange };
    const question = { now: this.clock.now(), consent: session, ask, requestedAt, inactiveParticipants };
    const refusal = checkConsent(question);
    if (refusal !== undefined) return refusal;
    return session.artefactRevoked ? refuse('consent-revoked', 'at this provider') : undefined;
  }
}
