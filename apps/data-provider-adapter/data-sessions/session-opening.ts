import { Injectable } from '@nestjs/common';
import { addDuration, isRefusal, orRefuse, type Refusal, RefusedError, refuse, useCovers } from '#domain';
import { CommandInbox, type Transaction, type VerifiedCommand } from '#platform';
import { type DataSessionRequestFields, dataSessionRequestMessage, importRecipientKey } from '#protocol';
import { ArtefactFetch } from '../consent-artefacts/artefact-fetch.ts';
import { ConsentArtefactStore } from '../consent-artefacts/consent-artefact-store.ts';
import type { KeptArtefact } from '../consent-artefacts/kept-consent.ts';
import type { VerifiedAccess } from './access-gate.ts';
import type { DataSession } from './data-session.ts';
import { OpeningChecks } from './opening-checks.ts';
import { SessionRegister } from './session-register.ts';

type Claims = VerifiedCommand<DataSessionRequestFields>['claims'];

const artefactRetrySeconds = 2;

/** Opens data sessions: every reason to refuse, in order, before a row is written. */
@Injectable()
export class SessionOpening {
  constructor(
    private readonly inbox: CommandInbox,
    private readonly artefacts: ConsentArtefactStore,
    private readonly artefactFetch: ArtefactFetch,
    private readonly checks: OpeningChecks,
    private readonly register: SessionRegister,
  ) {}

  /**
   * @param access as verified before: a refusal in it is told once the command itself has held
   * @returns the session's id
   */
  async open(raw: string, access: VerifiedAccess | Refusal): Promise<string> {
    const inactive = isRefusal(access) ? [] : await this.prepare(access);
    const { sessionId } = await this.inbox.handle(raw, dataSessionRequestMessage, (tx, { claims }) =>
      this.openIn(tx, claims, orRefuse(access), inactive),
    );
    // A retried command is answered from what was recorded, and shows its token all the same.
    if (orRefuse(access).token.authorization.sessionId !== sessionId) throw new RefusedError(refuse('session-unknown'));
    return sessionId;
  }

  /** What takes other participants' time comes before the transaction. */
  private async prepare({ token }: VerifiedAccess): Promise<string[]> {
    const key = { manager: token.issuer, artefactId: token.authorization.artefactId };
    if ((await this.artefacts.find(key)) === undefined) await this.artefactFetch.fetch(key);
    return this.checks.inactive(token.issuer, token.authorization.dataUser);
  }

  private async openIn(tx: Transaction, claims: Claims, access: VerifiedAccess, inactive: string[]) {
    checkBinding(claims, access);
    await this.register.recordProof(tx, access.proof);
    orRefuse(await importRecipientKey(claims.recipientKey));
    const { issuer: manager, authorization } = access.token;
    const consent = await this.artefacts.lock(tx, { manager, artefactId: authorization.artefactId });
    if (consent === undefined) throw new RefusedError(refuse('artefact-not-here-yet'), artefactRetrySeconds);
    if (consent.artefact.digest !== authorization.artefactDigest) {
      throw new RefusedError(refuse('access-token-invalid', 'artefactDigest'));
    }
    const session = await this.describe(claims, access, consent.artefact);
    await this.checks.check(tx, consent, session, inactive);
    await this.register.keep(tx, session);
    return { sessionId: session.id };
  }

  private async describe(claims: Claims, { token }: VerifiedAccess, artefact: KeptArtefact): Promise<DataSession> {
    const { dataRequestId, requestedAt, dataTypes, dataRange } = token.authorization;
    const { manager, artefactId, digest: artefactDigest } = artefact;
    return {
      id: claims.sessionId,
      ground: { kind: 'consent', manager, artefactId, artefactDigest },
      dataRequestId,
      requestedAt,
      dataUser: claims.iss,
      ask: { dataTypes, dataRange },
      recipientKey: claims.recipientKey,
      state: 'ACTIVE',
      progress: await this.checks.plan(artefact, dataTypes),
      parts: 0,
      fetched: 0,
      waiting: false,
      expiresAt: addDuration(requestedAt, useCovers),
    };
  }
}

/** The message, the token and the proof speak of one session, one data user and one key. */
function checkBinding(claims: Claims, { token, proof }: VerifiedAccess): void {
  const { authorization, ath } = token;
  const bound: readonly (readonly [
    holds: boolean,
    code: 'access-token-invalid' | 'proof-of-possession-invalid',
    string,
  ])[] = [
    [authorization.dataUser === claims.iss, 'access-token-invalid', 'dataUser'],
    [authorization.sessionId === claims.sessionId, 'access-token-invalid', 'sessionId'],
    [claims.ath === ath, 'access-token-invalid', 'ath'],
    [claims.jkt === proof.jkt, 'proof-of-possession-invalid', 'jkt'],
  ];
  for (const [holds, code, detail] of bound) if (!holds) throw new RefusedError(refuse(code, detail));
}
