import type { z } from 'zod';
import type { KeyUse, ParticipantRole } from '#domain';
import { type CommandClaims, commandClaims, type StatementClaims, statementClaims } from '../claims/common-claims.ts';
import type { Expectation } from '../signature/verification.ts';

export type MessageKind = 'command' | 'statement';
type ClaimsOf<K extends MessageKind> = K extends 'command' ? CommandClaims : StatementClaims;

/** All claims of one message on the wire: the common ones and its own, flat. */
export type MessageClaims<P, K extends MessageKind = MessageKind> = ClaimsOf<K> & P;

export interface MessageDefinition<P, K extends MessageKind = MessageKind> extends Expectation {
  readonly kind: K;
  /** All claims, strict: from this the JSON Schema is generated. */
  readonly schema: z.ZodType<MessageClaims<P, K>>;
}

interface MessageForm<P, K extends MessageKind> {
  readonly typ: string;
  readonly kind: K;
  /** message for commands, statement for statements, where absent. */
  readonly keyUse?: KeyUse;
  readonly senderRoles: readonly ParticipantRole[];
  /** 64 KiB where absent. */
  readonly maxBytes?: number;
  /** The message's own fields, without the common claims. */
  readonly fields: z.ZodObject & z.ZodType<P>;
}

/** Describes one message: its `typ`, who may send it with which key, its own fields beside the common claims. */
export function defineMessage<P, K extends MessageKind>(form: MessageForm<P, K>): MessageDefinition<P, K> {
  const common = form.kind === 'command' ? commandClaims : statementClaims;
  return {
    typ: form.typ,
    kind: form.kind,
    keyUse: form.keyUse ?? (form.kind === 'command' ? 'message' : 'statement'),
    senderRoles: form.senderRoles,
    maxBytes: form.maxBytes ?? 65_536,
    schema: form.fields.safeExtend(common.shape as z.core.$ZodLooseShape).strict() as unknown as z.ZodType<
      MessageClaims<P, K>
    >,
  };
}
