import type { Instant } from '#domain';
import type { Transaction } from '#platform';
import type { SignedInPrincipal } from './signed-in.ts';

/** Who is signed in, by the digest of the token. */
export abstract class PrincipalSessionStore {
  abstract open(tx: Transaction, session: SignedInPrincipal, tokenHash: Buffer): Promise<void>;
  abstract find(tokenHash: Buffer, now: Instant): Promise<SignedInPrincipal | undefined>;
  abstract close(sessionId: string): Promise<void>;
  /** @returns how many were deleted */
  abstract forgetExpired(now: Instant): Promise<number>;
}
