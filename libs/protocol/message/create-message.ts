import { type Instant, type ParticipantId, toNumericDate } from '#domain';
import { createId } from '../id/create-id.ts';
import type { Signer } from '../signature/cryptography.ts';
import type { MessageDefinition, MessageKind } from './define-message.ts';

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

/**
 * @returns the message as a signed compact token
 * @throws where the fields do not fit the message: what is not in form never leaves
 */
export async function createMessage<P, K extends MessageKind>(
  definition: MessageDefinition<P, K>,
  fields: P,
  options: MessageOptions,
): Promise<string> {
  const { now, lifeSeconds = 300 } = options;
  const iat = toNumericDate(now);
  const newId = () => createId(now);
  const common = { iss: options.issuer, aud: options.audience, iat };
  const jti = options.jti ?? newId();
  const claims =
    definition.kind === 'command'
      ? { ...common, exp: iat + lifeSeconds, jti, requestId: options.requestId ?? newId(), ...fields }
      : { ...common, jti, ...fields };
  const payload = definition.schema.parse(claims) as object;
  return options.signer.sign({ typ: definition.typ, payload });
}
