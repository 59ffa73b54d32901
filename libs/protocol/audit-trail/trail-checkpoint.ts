import { z } from 'zod';
import {
  type Instant,
  isRefusal,
  type KeyUse,
  type ParticipantId,
  type ParticipantRole,
  participantRoles,
  type Refusal,
  refuse,
  toNumericDate,
} from '#domain';
import { digest, numericDate, participantId, uuidv7 as uuidv7Form } from '../claims/forms.ts';
import { createId } from '../id/create-id.ts';
import { describeMismatch } from '../message/describe-mismatch.ts';
import type { Signer } from '../signature/cryptography.ts';
import { parseCompactToken } from '../signature/parse-compact-token.ts';
import type { Expectation, VerificationContext } from '../signature/verification.ts';
import { verifySigned } from '../signature/verify-signed.ts';

export const TRAIL_CHECKPOINT = 'trail-checkpoint+jwt';

/** Where an audit trail stood: it is addressed to nobody, anyone may hold it against its signer. */
export const trailCheckpoint = z.strictObject({
  iss: participantId,
  iat: numericDate,
  jti: uuidv7Form,
  /** A participant may have several roles, each with a trail of its own. */
  role: z.enum(participantRoles),
  /** How many entries there were. */
  size: z.int().min(1),
  /** Of the Merkle tree over them (RFC 9162, section 2.1.1). */
  root: digest,
  /** Of their hash chain. */
  head: digest,
});
export type TrailCheckpoint = z.infer<typeof trailCheckpoint>;

/** A registry has no key but its root. */
export const checkpointKeyUse = (role: ParticipantRole): KeyUse =>
  role === 'trust-registry' ? 'trust-list' : 'statement';

export interface CheckpointOptions {
  readonly signer: Signer;
  readonly issuer: ParticipantId;
  readonly now: Instant;
}

/** @returns the checkpoint as a signed compact token */
export async function createTrailCheckpoint(
  stands: Pick<TrailCheckpoint, 'role' | 'size' | 'root' | 'head'>,
  { signer, issuer, now }: CheckpointOptions,
): Promise<string> {
  const common = { iss: issuer, iat: toNumericDate(now), jti: createId(now) };
  return signer.sign({ typ: TRAIL_CHECKPOINT, payload: trailCheckpoint.parse({ ...common, ...stands }) });
}

/**
 * @param context its audience does not matter; `evidence` where the signer need not be active any more
 * @returns refusals of verifySigned, then `schema-mismatch`; `role-not-allowed` where the signer is not listed as what
 * it speaks for
 */
export async function verifyTrailCheckpoint(
  raw: string,
  context: Omit<VerificationContext, 'audience'>,
): Promise<TrailCheckpoint | Refusal> {
  const form = { typ: TRAIL_CHECKPOINT, kind: 'statement', maxBytes: 4096 } as const;
  const token = parseCompactToken(raw, form);
  if (isRefusal(token)) return token;
  const parsed = trailCheckpoint.safeParse(token.payload);
  if (!parsed.success) return refuse('schema-mismatch', describeMismatch(parsed.error));
  const { role } = parsed.data;
  const expected: Expectation = { ...form, keyUse: checkpointKeyUse(role), senderRoles: [role] };
  const verified = await verifySigned(raw, expected, { evidence: {}, ...context, audience: undefined });
  return isRefusal(verified) ? verified : parsed.data;
}
