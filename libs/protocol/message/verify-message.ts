import { isRefusal, type Refusal, refuse } from '#domain';
import { canonicalJson } from '../digest/canonical-json.ts';
import { digestOf, type Sha256 } from '../digest/sha256.ts';
import type { VerificationContext, VerifiedEnvelope } from '../signature/verification.ts';
import { verifySigned } from '../signature/verify-signed.ts';
import type { MessageClaims, MessageDefinition, MessageKind } from './define-message.ts';
import { describeMismatch } from './describe-mismatch.ts';

/** A message all of whose steps held, but the replay guard, which is the receiver's. */
export interface VerifiedMessage<P, K extends MessageKind = MessageKind> extends Omit<VerifiedEnvelope, 'claims'> {
  readonly claims: MessageClaims<P, K>;
}

/** Every step up to time: what stands before the replay guard. */
export async function verifyEnvelope<P, K extends MessageKind>(
  definition: MessageDefinition<P, K>,
  raw: string,
  context: VerificationContext,
): Promise<VerifiedEnvelope | Refusal> {
  return verifySigned(raw, definition, context);
}

/** The step after the replay guard: the claims in their form. Fields that the message does not have are refused. */
export function parsePayload<P, K extends MessageKind>(
  definition: MessageDefinition<P, K>,
  envelope: VerifiedEnvelope,
): VerifiedMessage<P, K> | Refusal {
  const parsed = definition.schema.safeParse(envelope.claims);
  if (!parsed.success) return refuse('schema-mismatch', describeMismatch(parsed.error));
  return { ...envelope, claims: parsed.data };
}

/** Both steps in one, for statements and wherever a replay does no harm. */
export async function verifyMessage<P, K extends MessageKind>(
  definition: MessageDefinition<P, K>,
  raw: string,
  context: VerificationContext,
): Promise<VerifiedMessage<P, K> | Refusal> {
  const envelope = await verifyEnvelope(definition, raw, context);
  return isRefusal(envelope) ? envelope : parsePayload(definition, envelope);
}

/**
 * Digest of what a command asks for, the same in each of its retries: all claims but `jti`, `iat` and `exp`, in
 * canonical form (RFC 8785).
 */
export async function digestOfContent(claims: object, sha256?: Sha256): Promise<string> {
  const { jti, iat, exp, ...content } = claims as Record<string, unknown>;
  return digestOf(canonicalJson(content), sha256);
}
