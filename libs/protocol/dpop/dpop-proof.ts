import type { Instant, Refusal } from '#domain';
import type { Sha256 } from '../digest/sha256.ts';
import type { Cryptography, Signer } from '../signature/cryptography.ts';

export interface DpopProofOptions {
  readonly signer: Signer;
  readonly method: string;
  readonly url: string;
  /** The access token the proof goes with. */
  readonly accessToken?: string;
  readonly now: Instant;
  readonly sha256?: Sha256;
}

export declare function createDpopProof(options: DpopProofOptions): Promise<string>;

export interface ReceivedProof {
  /** The value of the `DPoP` header. */
  readonly proof: string;
  readonly method: string;
  readonly url: string;
  /** The access token of the same call; undefined where there is none. */
  readonly accessToken: string | undefined;
  readonly now: Instant;
  readonly skewSeconds?: number;
  readonly cryptography?: Cryptography;
}

/** `jti` is accepted once per `jkt`: the receiver's replay guard sees to that until `expiresAt`. */
export interface VerifiedProof {
  readonly jkt: string;
  readonly jti: string;
  readonly expiresAt: Instant;
}

/** @returns refusal: `proof-of-possession-invalid`, its detail naming the step */
export declare function verifyDpopProof(received: ReceivedProof): Promise<VerifiedProof | Refusal>;
