import { Injectable } from '@nestjs/common';
import {
  addDuration,
  groundedOn,
  isRefusal,
  orRefuse,
  type Refusal,
  type RefusalCode,
  RefusedError,
  refuse,
  useCovers,
} from '#domain';
import {
  AuditTrail,
  Clock,
  CommandInbox,
  recordRefusedSession,
  refusalValues,
  type Transaction,
  type VerifiedCommand,
} from '#platform';
import { type DataSessionRequestFields, dataSessionRequestMessage, importRecipientKey } from '#protocol';
import type { LinkedAccount } from '../account-links/account-link.ts';
import { ArtefactFetch } from '../consent-artefacts/artefact-fetch.ts';
import type { ConsentKey, KeptArtefact, KeptConsent } from '../consent-artefacts/kept-consent.ts';
import { KnownEnds } from '../consent-artefacts/known-ends.ts';
import type { VerifiedAccess } from './access-gate.ts';
import type { DataSession } from './data-session.ts';
import type { FillProgress } from './fill-progress.ts';
import { OpeningChecks } from './opening-checks.ts';
import { SessionRegister } from './session-register.ts';

type Claims = VerifiedCommand<DataSessionRequestFields>['claims'];

const artefactRetrySeconds = 2;

/** Thrown to undo everything: the artefact is fetched outside the transaction, and the command taken anew. */
class ArtefactMissing extends Error {
  override readonly name = 'ArtefactMissing';

  constructor(readonly key: ConsentKey) {
    super(`artefact ${key.artefactId} has not arrived`);
  }
}

/** Thrown where a consent is not to be refused that was taken for ended: all is judged anew under its lock. */
class NotEnded extends Error {
  override readonly name = 'NotEnded';
}

/** Opens data sessions: every reason to refuse, in order. What is refused leaves a row for its story, and no session. */
@Injectable()
export class SessionOpening {
  constructor(
    private readonly inbox: CommandInbox,
    private readonly artefactFetch: ArtefactFetch,
    private readonly ends: KnownEnds,
    private readonly checks: OpeningChecks,
    private readonly register: SessionRegister,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @param access as verified before: a refusal in it is told once the command itself has held
   * @returns the session's id
   */
  async open(raw: string, access: VerifiedAccess | Refusal): Promise<string> {
    const sessionId = await this.attempt(raw, access, true)
      .catch((error: unknown) => {
        if (!(error instanceof NotEnded)) throw error;
        return this.attempt(raw, access, false);
      })
      .catch(async (error: unknown) => {
        if (!(error instanceof ArtefactMissing)) throw error;
        await this.artefactFetch.fetch(error.key);
        return this.attempt(raw, access, false).catch(tellMissing);
      });
    // A retried command is answered from what was recorded, and shows its token all the same.
    if (orRefuse(access).token.authorization.sessionId !== sessionId) throw new RefusedError(refuse('session-unknown'));
    return sessionId;
  }

  /** @param mayGuess whether a consent may be taken for ended before it is locked */
  private async attempt(raw: string, access: VerifiedAccess | Refusal, mayGuess: boolean): Promise<string> {
    // Asking who is listed may take a while: it comes before the transaction.
    const inactive = isRefusal(access)
      ? []
      : await this.checks.inactive(access.token.issuer, access.token.authorization.dataUser);
    const { sessionId } = await this.inbox.handle(
      raw,
      dataSessionRequestMessage,
      async (tx, { claims }) => {
        const shown = orRefuse(access);
        checkBinding(claims, shown);
        if (mayGuess && this.ends.has(keyOf(shown))) await this.refuseEnded(tx, claims, shown, inactive);
        return this.openIn(tx, claims, shown, inactive);
      },
      {
        note: ({ claims }, { code: outcome }) =>
          this.trail.prepare({ act: 'data-session.refused', outcome, ...aboutSession(claims, access) }),
        beside: ({ claims }, { code }) => this.rowOf(claims, access, code),
      },
    );
    return sessionId;
  }

  /** For its story: only of a session that a consent manager has authorised, and to the data user it is of. */
  private rowOf({ sessionId, iss: dataUser }: Claims, access: VerifiedAccess | Refusal, code: RefusalCode) {
    if (isRefusal(access)) return undefined;
    const { issuer: manager, authorization } = access.token;
    if (authorization.sessionId !== sessionId || authorization.dataUser !== dataUser) return undefined;
    const { artefactId: ground, dataRequestId } = authorization;
    const ids = { sessionId, ground, manager, dataUser, dataRequestId };
    const refusal = { ...ids, act: 'data-session.refused', code, at: this.clock.now() } as const;
    return { statement: recordRefusedSession, values: refusalValues(refusal) };
  }

  private async openIn(tx: Transaction, claims: Claims, access: VerifiedAccess, inactive: string[]) {
    const { authorization } = access.token;
    const key = keyOf(access);
    const { dataRequestId, requestedAt, artefactDigest } = authorization;
    const named = { id: claims.sessionId, dataRequestId, requestedAt, artefactDigest };
    const { consent, links, ahead } = await this.register.lockGround(tx, key, access.proof, named);
    if (consent === undefined) throw new ArtefactMissing(key);
    checkDigest(consent, artefactDigest);
    const arrived = await this.register.listArrived(tx, key, authorization);
    const asked = links.filter(({ linkId }) => !arrived.includes(linkId));
    const session = this.describe(claims, access, consent.artefact, asked);
    this.checks.checkBefore(consent, session, inactive);
    checkSomethingLeft(session, links.length);
    const recipient = orRefuse(await importRecipientKey(claims.recipientKey));
    const tally = await this.register.tally(tx, key, named, { consent, ahead });
    this.checks.checkAll(consent, session, inactive, tally);
    const noted = this.trail.prepare({ act: 'data-session.opened', ...aboutSession(claims, access) });
    await this.register.add(tx, tally, { session, consent, links, recipient }, noted);
    return { sessionId: session.id };
  }

  /** @throws RefusedError as `openIn` would, or NotEnded where it may be otherwise */
  private async refuseEnded(
    tx: Transaction,
    claims: Claims,
    access: VerifiedAccess,
    inactive: string[],
  ): Promise<never> {
    const { fresh, consent, links } = await this.register.findGround(tx, keyOf(access), access.proof);
    if (fresh && consent !== undefined) {
      checkDigest(consent, access.token.authorization.artefactDigest);
      this.checks.checkBefore(consent, this.describe(claims, access, consent.artefact, links), inactive);
    }
    throw new NotEnded();
  }

  private describe(
    claims: Claims,
    { token }: VerifiedAccess,
    { manager, artefactId, digest: artefactDigest }: KeptArtefact,
    links: readonly LinkedAccount[],
  ): DataSession {
    const { dataRequestId, requestedAt, dataTypes, dataRange } = token.authorization;
    return {
      id: claims.sessionId,
      ground: { kind: 'consent', manager, artefactId, artefactDigest },
      dataRequestId,
      requestedAt,
      dataUser: claims.iss,
      ask: { dataTypes, dataRange },
      recipientKey: claims.recipientKey,
      state: 'ACTIVE',
      progress: onlyNamed(this.checks.plan(links, artefactId, dataTypes), claims.accounts),
      parts: 0,
      fetched: 0,
      waiting: false,
      expiresAt: addDuration(requestedAt, useCovers),
    };
  }
}

function keyOf({ token: { issuer: manager, authorization } }: VerifiedAccess): ConsentKey {
  return { manager, artefactId: authorization.artefactId };
}

function aboutSession({ sessionId: session, iss: counterpart }: Claims, access: VerifiedAccess | Refusal) {
  if (isRefusal(access)) return { counterpart, session };
  const { artefactId, dataRequestId: request } = access.token.authorization;
  return { ground: groundedOn(artefactId), counterpart, session, request };
}

function checkDigest({ artefact }: KeptConsent, digest: string): void {
  if (artefact.digest !== digest) throw new RefusedError(refuse('access-token-invalid', 'artefactDigest'));
}

function onlyNamed({ accounts }: FillProgress, named: readonly string[] | undefined): FillProgress {
  return { accounts: accounts.filter(({ account }) => named?.includes(account) ?? true) };
}

/** @param linked without any the consent's own checks refuse */
function checkSomethingLeft({ progress, dataRequestId }: DataSession, linked: number): void {
  if (progress.accounts.length > 0 || linked === 0) return;
  throw new RefusedError(refuse('nothing-to-retry', `every account of data request ${dataRequestId} has arrived`));
}

function tellMissing(error: unknown): never {
  if (!(error instanceof ArtefactMissing)) throw error;
  throw new RefusedError(refuse('artefact-not-here-yet'), artefactRetrySeconds);
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
