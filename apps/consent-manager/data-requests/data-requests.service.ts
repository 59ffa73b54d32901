import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import {
  addDuration,
  groundedOn,
  orRefuse,
  type ParticipantId,
  RefusedError,
  refuse,
  useCovers,
  useWindowAt,
} from '#domain';
import { Clock, type Transaction, TrustListCache, type VerifiedCommand } from '#platform';
import type { AuthorisedSession, DataRequestAnswer, DataRequestFields } from '#protocol';
import { ManagerTrail } from '../audit-trail/manager-trail.ts';
import { Timeline } from '../timeline/timeline.ts';
import { authoriseDataRequest, type ProviderAsk } from './authorise-data-request.ts';
import { DataRequestStore, type NewDataRequest, type NewSession } from './data-request-store.ts';
import { SessionTokens } from './session-tokens.ts';

/** Decides whether a data user may fetch, and reserves the use. */
@Injectable()
export class DataRequestsService {
  constructor(
    private readonly store: DataRequestStore,
    private readonly tokens: SessionTokens,
    private readonly trustList: TrustListCache,
    private readonly timeline: Timeline,
    private readonly clock: Clock,
    private readonly trail: ManagerTrail,
  ) {}

  /** Checks, reserves one use, opens a session for each provider: all under the lock of the consent. */
  async authorise(tx: Transaction, { claims }: VerifiedCommand<DataRequestFields>): Promise<DataRequestAnswer> {
    const { iss: dataUser, dataTypes, dataRange, jkt } = claims;
    const consent = await this.store.lockConsent(tx, claims.consentId, dataUser, this.clock.now());
    if (consent === undefined) throw new RefusedError(refuse('consent-unknown', claims.consentId));
    const now = this.clock.now();
    const { uses, providers } = await this.store.reach(tx, consent, useWindowAt(now, consent.terms));
    const question = { now, consent, ask: { dataUser, dataTypes, dataRange }, usesInWindow: uses };
    const asks = orRefuse(authoriseDataRequest(question, providers, (id) => this.isActive(id)));
    const request: NewDataRequest = {
      id: uuidv7(),
      consent,
      requestedAt: now,
      dataRange,
      jkt,
      sessionsExpireAt: addDuration(now, useCovers),
      sessions: asks.map(newSession),
    };
    const facts = { participant: dataUser, consentId: consent.consentId, dataRequestId: request.id };
    const about = { ground: groundedOn(consent.consentId), counterpart: dataUser, principal: consent.principalId };
    const noted = this.trail.prepare({ act: 'data-request.authorised', ...about, request: request.id });
    this.store.add(tx, request, this.timeline.entry(now, 'data-request.authorised', facts), noted);
    const sessions = await Promise.all(request.sessions.map((session) => this.open(session, request, dataUser)));
    return { dataRequestId: request.id, requestedAt: now, sessions };
  }

  private async open(
    { id: sessionId, dataProvider, ...session }: NewSession,
    { id: dataRequestId, requestedAt, dataRange, jkt }: NewDataRequest,
    dataUser: ParticipantId,
  ): Promise<AuthorisedSession> {
    const grant = { ...session, sessionId, dataProvider, dataRequestId, requestedAt, dataRange, jkt, dataUser };
    return { sessionId, dataProvider, ...(await this.tokens.issue(grant)) };
  }

  private isActive(participant: string): boolean {
    return this.trustList.current()?.findParticipant(participant)?.status === 'active';
  }
}

function newSession({ artefact, dataTypes }: ProviderAsk): NewSession {
  const { artefactId, artefactDigest, dataProvider } = artefact;
  return { id: uuidv7(), artefactId, artefactDigest, dataProvider, dataTypes };
}
