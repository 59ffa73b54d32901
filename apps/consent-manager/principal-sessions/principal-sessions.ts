import { hash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { addSeconds, type Instant } from '#domain';
import { Clock, SETTINGS, type Transaction } from '#platform';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';
import { PrincipalSessionStore } from './principal-session-store.ts';
import type { SignedInPrincipal } from './signed-in.ts';

export interface OpenedSession {
  /** 256 random bits, base64url. */
  readonly token: string;
  readonly principal: string;
  readonly expiresAt: Instant;
}

/** Opens and recognises the sessions of people. */
@Injectable()
export class PrincipalSessions {
  constructor(
    private readonly store: PrincipalSessionStore,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: ConsentManagerSettings,
  ) {}

  async open(tx: Transaction, principalId: string): Promise<OpenedSession> {
    const now = this.clock.now();
    const token = randomBytes(32).toString('base64url');
    const expiresAt = addSeconds(now, this.settings.SIGN_IN_LIFE_SECONDS);
    const session = { sessionId: uuidv7(), principalId, signedInAt: now, expiresAt };
    await this.store.open(tx, session, hashOfToken(token));
    return { token, principal: principalId, expiresAt };
  }

  async find(token: string): Promise<SignedInPrincipal | undefined> {
    return this.store.find(hashOfToken(token), this.clock.now());
  }

  async close(sessionId: string): Promise<void> {
    await this.store.close(sessionId);
  }
}

/** Nobody guesses 256 random bits, so a plain digest of them is safe to keep. */
function hashOfToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
