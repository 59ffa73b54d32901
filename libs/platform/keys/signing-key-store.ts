import type { Instant, KeyUse } from '#domain';
import type { PublicJwk, Signer } from '#protocol';

/** next: made, not signing yet. active: signs. retired, compromised: sign nothing any more; the private half is gone. */
export const signingKeyStates = ['next', 'active', 'retired', 'compromised'] as const;
export type SigningKeyState = (typeof signingKeyStates)[number];

/** What may be known of a signing key outside its store. */
export interface SigningKey {
  /** RFC 7638 thumbprint. */
  readonly kid: string;
  readonly use: KeyUse;
  readonly jwk: PublicJwk;
  readonly state: SigningKeyState;
  /** Of a retired key: until then what it signed may still be on its way, and the trust list keeps it valid. */
  readonly lastWordsUntil?: Instant;
}

/**
 * The port to the private keys of a role: they sign in here and never leave. Folder of files: FileSigningKeyStore. A
 * security module (PKCS #11, a cloud's KMS) follows with `signerOf` and the contract suite beside this file.
 *
 * Of each use one key is active and at most one is next. Every act is whole or not at all, may be done again, and is
 * seen by all replicas that share the store.
 */
export abstract class SigningKeyStore {
  /** Every key of this use. Makes the first, active, where there is none. */
  abstract list(use: KeyUse): Promise<SigningKey[]>;
  /** Another text whenever a key of this use has changed; asked every second. */
  abstract mark(use: KeyUse): Promise<string>;
  /** Signs with the active or the next key. @throws where it is neither */
  abstract signer(use: KeyUse, kid: string): Promise<Signer>;
  /** The next key: made now, or the one there is. */
  abstract makeNext(use: KeyUse): Promise<SigningKey>;
  /**
   * From now on the next key signs, and the one that did is retired: its private half is destroyed. Where `kid` is not
   * the next key (any more), nothing happens.
   */
  abstract activate(use: KeyUse, kid: string, lastWordsUntil: Instant): Promise<void>;
  /**
   * Ends a key at once: a retired one has said its last words, the next one never signs. @throws where the key is
   * unknown or active: another takes its place first
   */
  abstract retire(use: KeyUse, kid: string, now: Instant): Promise<void>;
  /** As `retire`, of a key that someone else may have held. */
  abstract markCompromised(use: KeyUse, kid: string, now: Instant): Promise<void>;
}
