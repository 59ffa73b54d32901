import type { Instant, ParticipantId } from '#domain';
import type { Signer } from '../signature/cryptography.ts';
import type { MessageDefinition } from './define-message.ts';

export interface MessageOptions {
  readonly signer: Signer;
  readonly issuer: ParticipantId;
  /** One participant for a command; a statement may name several. */
  readonly audience: ParticipantId | readonly ParticipantId[];
  readonly now: Instant;
  /** Commands only: the same in each retry of one request; a fresh UUIDv7 where absent. */
  readonly requestId?: string;
  /** Commands only; 300 (the most) where absent. */
  readonly lifeSeconds?: number;
  /** A fresh UUIDv7 where absent. */
  readonly jti?: string;
}

/** @returns the message as a signed compact token */
export declare function createMessage<P>(
  definition: MessageDefinition<P>,
  fields: P,
  options: MessageOptions,
): Promise<string>;
