import type { DataRange, DataTypeTerm, Instant, ParticipantId, Refusal } from '#domain';
import type { Signer } from '../signature/cryptography.ts';
import type { VerificationContext } from '../signature/verification.ts';

/** What may be released under a token (RFC 9396, section 2). */
export interface DataSessionAuthorization {
  readonly type: 'urn:assent:data-session';
  readonly sessionId: string;
  readonly artefactId: string;
  /** SHA-256 of the artefact's compact token, base64url. */
  readonly artefactDigest: string;
  readonly dataRequestId: string;
  /** When the use was reserved: providers count uses by it. */
  readonly requestedAt: Instant;
  readonly dataUser: ParticipantId;
  readonly dataTypes: readonly DataTypeTerm[];
  readonly dataRange: DataRange;
}

export interface AccessTokenOptions {
  /** The manager's `access-token` key. */
  readonly signer: Signer;
  /** The consent manager. */
  readonly issuer: ParticipantId;
  /** The data provider. */
  readonly audience: ParticipantId;
  readonly authorization: DataSessionAuthorization;
  /** Thumbprint of the gateway instance's DPoP key. */
  readonly jkt: string;
  readonly now: Instant;
  /** 120 (the most) where absent. */
  readonly lifeSeconds?: number;
}

export declare function createAccessToken(options: AccessTokenOptions): Promise<string>;

export interface VerifiedAccessToken {
  readonly issuer: ParticipantId;
  readonly jti: string;
  readonly jkt: string;
  readonly expiresAt: Instant;
  readonly authorization: DataSessionAuthorization;
  /** SHA-256 of the token, base64url: the `ath` of its DPoP proofs. */
  readonly ath: string;
}

/** @returns refusals: `access-token-invalid`, its detail naming the step, or `trust-list-unavailable` */
export declare function verifyAccessToken(
  raw: string,
  context: VerificationContext,
): Promise<VerifiedAccessToken | Refusal>;
