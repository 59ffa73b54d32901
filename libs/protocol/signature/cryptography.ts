import type { Sha256 } from '../digest/sha256.ts';
import type { PrivateJwk, PublicJwk } from '../key/jwk.ts';
import type { PasskeyJwk } from '../key/passkey-jwk.ts';

/** The signed bytes of a compact token and its signature. */
export interface SignedBytes {
  readonly raw: string;
  /** The part of `raw` that is signed: header and payload. */
  readonly signingInput: string;
  /** r and s: 64 bytes (RFC 7518, section 3.4). */
  readonly signature: Uint8Array;
}

/** An ES256 public key imported once. */
export interface VerificationKey {
  verify(token: SignedBytes): boolean | Promise<boolean>;
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
  /** @throws where the key is not a point of P-256 */
  importVerificationKey(jwk: PublicJwk): Promise<VerificationKey>;
  createSigner(jwk: PrivateJwk): Promise<Signer>;
  /** Asynchronous: the synchronous form froze Node 20 under garbage collection. */
  generateKey(): Promise<PrivateJwk>;
  readonly sha256: Sha256;
  /** Of a passkey: ES256 (in DER), EdDSA or RS256, as its key says. @returns false also for a key that cannot be used */
  verifyBytes(key: PasskeyJwk, bytes: Uint8Array, signature: Uint8Array): Promise<boolean>;
}

/** SHA-256 and ECDSA over bytes with one private key: r and s, 64 bytes. A security module offers no more than this. */
export type SignBytes = (bytes: Uint8Array) => Promise<Uint8Array>;

/** The header of a token: `alg`, then which key, then `typ`. */
export function headerOf(input: SigningInput, kid: string, jwk: PublicJwk) {
  return { alg: 'ES256', ...(input.keyInHeader ? { jwk } : { kid }), typ: input.typ };
}
