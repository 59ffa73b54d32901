import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type ParticipantId, RefusedError, refuse } from '#domain';
import { Clock, Database, type Transaction } from '#platform';
import type { AuthorisedSession } from '#protocol';
import { Timeline } from '../timeline/timeline.ts';
import { DataRequestStore, type SessionToRetry } from './data-request-store.ts';
import { checkFailed } from './retry-of-session.ts';
import { SessionTokenTrail } from './session-token-trail.ts';
import { SessionTokens } from './session-tokens.ts';
import { TokenRenewalService } from './token-renewal.service.ts';

/** Opens a further session under a data request, for what failed of an earlier one. Spends no use. */
@Injectable()
export class SessionRetryService {
  constructor(
    private readonly database: Database,
    private readonly store: DataRequestStore,
    private readonly renewal: TokenRenewalService,
    private readonly tokens: SessionTokens,
    private readonly timeline: Timeline,
    private readonly clock: Clock,
    private readonly trail: SessionTokenTrail,
  ) {}

  /** Asked again it is the same session, with another token. @throws RefusedError */
  async retry(sessionId: string, dataUser: ParticipantId): Promise<AuthorisedSession> {
    const { session, refusal, opened } = await this.database.transaction(async (tx) => {
      const session = await this.store.lockToRetry(tx, sessionId, dataUser);
      if (session === undefined) throw new RefusedError(refuse('session-unknown', sessionId));
      const refusal = this.renewal.checkGround(session) ?? checkFailed(session);
      return refusal === undefined ? { session, opened: this.openOnce(tx, session) } : { session, refusal };
    });
    if (refusal === undefined) return this.authorise(session, opened);
    await this.trail.refused('data-session.retry-refused', session, refusal);
    throw new RefusedError(refusal);
  }

  /** @returns the id of the session that retries this one, opened now or before */
  private openOnce(tx: Transaction, session: SessionToRetry): string {
    if (session.retriedBy === null) return this.open(tx, session);
    this.trail.renewed(tx, session, session.retriedBy);
    return session.retriedBy;
  }

  /** What is under way still ends: nobody fetches both. @returns the id of the new session */
  private open(tx: Transaction, session: SessionToRetry): string {
    const { dataUser, consentId, dataRequestId, principalId, sessionId: retryOf } = session;
    const [id, now] = [uuidv7(), this.clock.now()];
    const facts = { participant: dataUser, consentId, dataRequestId, sessionId: id };
    const entry = this.timeline.entry(now, 'data-session.retried', facts);
    this.store.addRetry(tx, { id, retryOf, principalId, now }, entry, this.trail.retried(session, id));
    return id;
  }

  private async authorise(session: SessionToRetry, sessionId: string): Promise<AuthorisedSession> {
    const { dataRequestId, requestedAt, dataRange, dataTypes, artefactId, artefactDigest } = session;
    const { dataProvider, dataUser, jkt, sessionId: retryOf } = session;
    const granted = { sessionId, dataRequestId, requestedAt, dataRange, dataTypes, artefactId, artefactDigest };
    const token = await this.tokens.issue({ ...granted, dataProvider, dataUser, jkt, retryOf });
    return { sessionId, dataProvider, ...token };
  }
}
