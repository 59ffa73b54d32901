import type { Instant } from '#domain';
import type { Transaction } from '#platform';
import type { SignInMethod } from '#protocol';
import type { SignedInPrincipal } from './signed-in.ts';

export interface PrincipalSession extends SignedInPrincipal {
  /** In coarse words; null from before it was kept. */
  readonly device: string | null;
}

/** Who is signed in, by the digest of the token. */
export abstract class PrincipalSessionStore {
  abstract open(tx: Transaction, session: PrincipalSession, tokenHash: Buffer): Promise<void>;
  /** Ends the oldest beyond so many. @returns the ids of those that ended */
  abstract closeBeyond(tx: Transaction, principalId: string, most: number): Promise<string[]>;
  abstract find(tokenHash: Buffer, now: Instant): Promise<SignedInPrincipal | undefined>;
  /** Those that are open, newest first. */
  abstract listOf(principalId: string, now: Instant): Promise<PrincipalSession[]>;
  /** What she has shown in it by now. */
  abstract setMethod(tx: Transaction, sessionId: string, method: SignInMethod): void;
  /** @returns false where she has no such session */
  abstract close(tx: Transaction, sessionId: string, principalId: string): Promise<boolean>;
  /** @returns the ids of those that were open */
  abstract closeAllBy(tx: Transaction, principalId: string, method: SignInMethod, now: Instant): Promise<string[]>;
  /** @returns how many were deleted */
  abstract forgetExpired(now: Instant): Promise<number>;
}
