import type { Instant } from '#domain';
import type { Transaction } from '#platform';

/** An account at an OpenID provider that a person signs in with. */
export interface LinkedIdentity {
  readonly id: string;
  readonly issuer: string;
  readonly linkedAt: Instant;
}

export interface NewLinkedIdentity extends LinkedIdentity {
  readonly subject: string;
  readonly principalId: string;
}

export abstract class OpenIdIdentityStore {
  abstract findPrincipal(tx: Transaction, issuer: string, subject: string): Promise<string | undefined>;
  /** @returns false where it is linked to someone already */
  abstract add(tx: Transaction, identity: NewLinkedIdentity): Promise<boolean>;
  abstract listOf(principalId: string): Promise<LinkedIdentity[]>;
  /** @returns the issuer; undefined where she has none of that id */
  abstract remove(tx: Transaction, principalId: string, id: string): Promise<string | undefined>;
}
