import type { Instant, ParticipantId, ParticipantRole, Refusal } from '#domain';
import type { Signer } from '../signature/cryptography.ts';
import type { VerificationContext } from '../signature/verification.ts';

export interface CallTokenOptions {
  readonly signer: Signer;
  readonly issuer: ParticipantId;
  readonly audience: ParticipantId;
  readonly method: string;
  /** Of the call; its query is part of what is signed, its fragment is not. */
  readonly url: string;
  readonly body?: string | Uint8Array;
  readonly now: Instant;
  /** 60 (the most) where absent. */
  readonly lifeSeconds?: number;
}

/** @returns what follows `Authorization: Bearer ` */
export declare function createCallToken(options: CallTokenOptions): Promise<string>;

export interface ReceivedCall {
  /** What follows `Authorization: Bearer `. */
  readonly token: string;
  readonly method: string;
  readonly url: string;
  readonly body?: string | Uint8Array;
}

/** Who calls. `jti` is accepted once per `issuer`: the receiver's replay guard sees to that until `expiresAt`. */
export interface VerifiedCall {
  readonly issuer: ParticipantId;
  readonly jti: string;
  readonly expiresAt: Instant;
}

export declare function verifyCallToken(
  call: ReceivedCall,
  senderRoles: readonly ParticipantRole[],
  context: VerificationContext,
): Promise<VerifiedCall | Refusal>;
