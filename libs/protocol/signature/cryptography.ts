import type { Sha256 } from '../digest/sha256.ts';
import type { PrivateJwk, PublicJwk } from '../key/jwk.ts';
import type { CompactToken } from './parse-compact-token.ts';

/** An ES256 public key imported once. */
export interface VerificationKey {
  verify(token: CompactToken): boolean | Promise<boolean>;
}

export interface SigningInput {
  /** Media type without `application/`, e.g. `consent-request+jwt`. */
  readonly typ: string;
  readonly payload: object;
  /** Puts the public key itself into the header in place of `kid`: DPoP proofs alone do this. */
  readonly keyInHeader?: boolean;
}

/** An ES256 private key imported once. */
export interface Signer {
  /** RFC 7638 thumbprint (SHA-256, base64url). */
  readonly kid: string;
  readonly publicJwk: PublicJwk;
  /** @returns a JWS in compact serialisation */
  sign(input: SigningInput): Promise<string>;
}

/** The operations on keys and digests, from WebCrypto (browsers) or node:crypto (servers). */
export interface Cryptography {
  importVerificationKey(jwk: PublicJwk): Promise<VerificationKey>;
  createSigner(jwk: PrivateJwk): Promise<Signer>;
  /** Asynchronous: the synchronous form froze Node 20 under garbage collection. */
  generateKey(): Promise<PrivateJwk>;
  readonly sha256: Sha256;
}
