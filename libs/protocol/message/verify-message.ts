import type { Refusal } from '#domain';
import type { VerificationContext, VerifiedEnvelope } from '../signature/verification.ts';
import type { MessageClaims, MessageDefinition, MessageKind } from './define-message.ts';

/** A message all of whose steps held, but the replay guard, which is the receiver's. */
export interface VerifiedMessage<P, K extends MessageKind = MessageKind> extends Omit<VerifiedEnvelope, 'claims'> {
  readonly claims: MessageClaims<P, K>;
}

/** Every step up to time: what stands before the replay guard. */
export declare function verifyEnvelope<P, K extends MessageKind>(
  definition: MessageDefinition<P, K>,
  raw: string,
  context: VerificationContext,
): Promise<VerifiedEnvelope | Refusal>;

/** The step after the replay guard: the claims in their form. */
export declare function parsePayload<P, K extends MessageKind>(
  definition: MessageDefinition<P, K>,
  envelope: VerifiedEnvelope,
): VerifiedMessage<P, K> | Refusal;

/** Both steps in one, for statements and wherever a replay does no harm. */
export declare function verifyMessage<P, K extends MessageKind>(
  definition: MessageDefinition<P, K>,
  raw: string,
  context: VerificationContext,
): Promise<VerifiedMessage<P, K> | Refusal>;

/**
 * Digest of what a command asks for, the same in each of its retries: all claims but `jti`, `iat` and `exp`, in
 * canonical form (RFC 8785).
 */
export declare function digestOfContent(claims: object): Promise<string>;
