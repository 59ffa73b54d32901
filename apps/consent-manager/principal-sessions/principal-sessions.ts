import { hash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { addSeconds, type Instant } from '#domain';
import { Clock, Database, deviceWords, SETTINGS, type Transaction } from '#platform';
import type { SignInMethod } from '#protocol';
import { ManagerTrail } from '../audit-trail/manager-trail.ts';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';
import { type PrincipalSession, PrincipalSessionStore } from './principal-session-store.ts';
import type { SignedInPrincipal } from './signed-in.ts';

/** Whoever signs in once more is not turned away: the oldest ends. */
export const mostPrincipalSessions = 50;

export interface OpenedSession {
  /** 256 random bits, base64url. */
  readonly token: string;
  readonly principal: string;
  readonly expiresAt: Instant;
}

/** How she signed in, and with what. */
export interface SignInManner {
  readonly method: SignInMethod;
  /** `User-Agent` */
  readonly agent: string | undefined;
}

/** Opens, recognises and ends the sessions of people. */
@Injectable()
export class PrincipalSessions {
  constructor(
    private readonly database: Database,
    private readonly store: PrincipalSessionStore,
    private readonly trail: ManagerTrail,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: ConsentManagerSettings,
  ) {}

  async open(tx: Transaction, principalId: string, { method, agent }: SignInManner): Promise<OpenedSession> {
    const now = this.clock.now();
    const token = randomBytes(32).toString('base64url');
    const expiresAt = addSeconds(now, this.settings.SIGN_IN_LIFE_SECONDS);
    const device = deviceWords(agent);
    const sessionId = uuidv7();
    const session = { sessionId, principalId, signedInAt: now, expiresAt, method, device };
    await this.store.open(tx, session, hashOfToken(token));
    this.trail.write(tx, { act: 'principal.signed-in', principal: principalId, about: sessionId });
    this.tellClosed(tx, principalId, await this.store.closeBeyond(tx, principalId, mostPrincipalSessions));
    return { token, principal: principalId, expiresAt };
  }

  async find(token: string): Promise<SignedInPrincipal | undefined> {
    return this.store.find(hashOfToken(token), this.clock.now());
  }

  async listOf(principalId: string): Promise<PrincipalSession[]> {
    return this.store.listOf(principalId, this.clock.now());
  }

  /** @returns false where she has no such session */
  async close(sessionId: string, principalId: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const isClosed = await this.store.close(tx, sessionId, principalId);
      if (isClosed) this.tellClosed(tx, principalId, [sessionId]);
      return isClosed;
    });
  }

  async closeAllBy(tx: Transaction, principalId: string, method: SignInMethod): Promise<void> {
    this.tellClosed(tx, principalId, await this.store.closeAllBy(tx, principalId, method, this.clock.now()));
  }

  /** What she has shown in it by now. */
  noteMethod(tx: Transaction, sessionId: string, method: SignInMethod): void {
    this.store.setMethod(tx, sessionId, method);
  }

  private tellClosed(tx: Transaction, principal: string, sessionIds: readonly string[]): void {
    const ended = sessionIds.map((about) => ({ act: 'principal.signed-out', principal, about }) as const);
    if (ended.length > 0) this.trail.write(tx, ...ended);
  }
}

/** Nobody guesses 256 random bits, so a plain digest of them is safe to keep. */
function hashOfToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
