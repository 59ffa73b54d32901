import type { Instant } from '#domain';

/** Whose passkey it is: a person of this consent manager, or an operator of this role. */
export interface PasskeyOwner {
  readonly kind: 'principal' | 'operator';
  readonly id: string;
}

export interface Passkey {
  readonly id: string;
  readonly owner: PasskeyOwner;
  /** Base64url, as the authenticator calls it. */
  readonly credentialId: string;
  /** COSE_Key. */
  readonly publicKey: Buffer;
  /** How often it was used, by the authenticator's word; 0 for one that does not count. */
  readonly counter: number;
  readonly transports: readonly string[];
  /** What its owner calls it. */
  readonly name: string;
  readonly isBackedUp: boolean;
  readonly madeAt: Instant;
  readonly lastUsedAt: Instant | null;
}

/** An owner has at most so many. */
export const passkeysPerOwner = 20;
