import type { Instant } from '#domain';
import type { Transaction } from '#platform';
import type { OpenIdIdentity } from './openid-provider.ts';

/** A browser that was sent to a provider. */
export interface BegunCeremony {
  readonly id: string;
  readonly provider: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
}

/** Somebody the provider has recognised and nobody here is yet: she has to show which person she is. */
export interface ShownCeremony {
  readonly id: string;
  readonly provider: string;
  readonly identity: OpenIdIdentity;
}

/** What only the browser holds, as digests. */
export interface CeremonyHolder {
  readonly browserHash: Buffer;
  readonly stateHash: Buffer;
}

/** Sign-ins under way: begun, then spent by the provider's answer, then perhaps shown; none comes back. */
export abstract class OpenIdCeremonyStore {
  abstract begin(ceremony: BegunCeremony, holder: CeremonyHolder, expiresAt: Instant): Promise<void>;
  /** Spends it: a second answer finds nothing. */
  abstract take(provider: string, holder: CeremonyHolder, now: Instant): Promise<BegunCeremony | undefined>;
  abstract show(tx: Transaction, id: string, identity: OpenIdIdentity, expiresAt: Instant): Promise<void>;
  /** @param tx locks it */
  abstract findShown(browserHash: Buffer, now: Instant, tx?: Transaction): Promise<ShownCeremony | undefined>;
  abstract end(tx: Transaction, id: string): Promise<void>;
  /** @returns how many were deleted */
  abstract forgetExpired(now: Instant): Promise<number>;
}
