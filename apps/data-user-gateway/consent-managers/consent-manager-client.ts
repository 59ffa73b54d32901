import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { orRefuse, type ParticipantId, RefusedError, refuse } from '#domain';
import { Clock, KeyRing, PeerClient, type RoleSettings, SETTINGS, Verifier } from '#platform';
import {
  type AuthorisedSession,
  authorisedSession,
  type ConsentHandleFields,
  consentHandleMessage,
  consentRequestMessage,
  createMessage,
  type DataRequestAnswer,
  type DataRequestFields,
  dataRequestAnswer,
  dataRequestMessage,
  digestOfCanonical,
  instant,
  type MessageDefinition,
  verifyMessage,
} from '#protocol';
import { tryAgain } from '../retries/try-again.ts';
import type { ConsentAskSent } from './consent-ask.ts';

const renewedToken = z.object({ accessToken: z.string().max(16_384), expiresAt: instant });

export type RenewedToken = z.infer<typeof renewedToken>;

/**
 * Speaks to consent managers, each command signed anew at each try, under the requestId it was written down with.
 * All methods throw RefusedError (PeerRefusal where the manager said no, PeerUnavailable where it does not answer).
 */
@Injectable()
export class ConsentManagerClient {
  constructor(
    private readonly peers: PeerClient,
    private readonly keys: KeyRing,
    private readonly verifier: Verifier,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID'>,
  ) {}

  /** @returns the handle, signed by this manager, for exactly these terms */
  async askConsent(ask: ConsentAskSent, requestId: string): Promise<ConsentHandleFields> {
    const { manager, principal, terms, notice, mayBeNarrowed } = ask;
    const fields = { principal, terms, notice, mayBeNarrowed };
    const token = await this.send(manager, '/consent-requests', consentRequestMessage, fields, requestId);
    if (typeof token !== 'string') throw strange(manager, 'the answer is no signed handle');
    const { claims, issuer } = orRefuse(await verifyMessage(consentHandleMessage, token, this.verifier.context()));
    if (issuer !== manager || claims.requestId !== requestId) throw strange(manager, 'the handle is for another ask');
    if (claims.termsDigest !== digestOfCanonical(terms)) throw strange(manager, 'it took other terms');
    return claims;
  }

  async askData(manager: ParticipantId, fields: DataRequestFields, requestId: string): Promise<DataRequestAnswer> {
    const answer = await this.send(manager, '/data-requests', dataRequestMessage, fields, requestId);
    const parsed = dataRequestAnswer.safeParse(answer);
    if (!parsed.success) throw strange(manager, 'the answer to a data request is out of form');
    return parsed.data;
  }

  /** Fresh checks at the manager; spends no use. */
  async renewToken(manager: ParticipantId, sessionId: string): Promise<RenewedToken> {
    const path = `/data-sessions/${sessionId}/token`;
    const answer = await tryAgain(() => this.peers.call(manager, 'consent-manager', 'POST', path));
    const parsed = renewedToken.safeParse(answer);
    if (!parsed.success) throw strange(manager, 'the renewed token is out of form');
    return parsed.data;
  }

  /** A further session for what failed of this one, after fresh checks at the manager; spends no use. */
  async retrySession(manager: ParticipantId, sessionId: string): Promise<AuthorisedSession> {
    const path = `/data-sessions/${sessionId}/retry`;
    const answer = await tryAgain(() => this.peers.call(manager, 'consent-manager', 'POST', path));
    const parsed = authorisedSession.safeParse(answer);
    if (!parsed.success) throw strange(manager, 'the retried session is out of form');
    return parsed.data;
  }

  private send<P>(
    manager: ParticipantId,
    path: string,
    definition: MessageDefinition<P, 'command'>,
    fields: P,
    requestId: string,
  ): Promise<unknown> {
    return tryAgain(async () => {
      const message = await createMessage(definition, fields, {
        signer: this.keys.signer('message'),
        issuer: this.settings.PARTICIPANT_ID,
        audience: manager,
        now: this.clock.now(),
        requestId,
      });
      return this.peers.send(manager, 'consent-manager', path, message);
    });
  }
}

function strange(manager: ParticipantId, what: string): RefusedError {
  return new RefusedError(refuse('peer-refused', `${manager}: ${what}`));
}
