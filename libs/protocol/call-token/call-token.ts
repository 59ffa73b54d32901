import { z } from 'zod';
import {
  fromNumericDate,
  type Instant,
  isRefusal,
  type ParticipantId,
  type ParticipantRole,
  type Refusal,
  refuse,
  toNumericDate,
} from '#domain';
import { digest, numericDate, participantId, uuidv7 as uuidv7Form } from '../claims/forms.ts';
import { digestOf, type Sha256 } from '../digest/sha256.ts';
import { parseTargetUri } from '../http-target/target-uri.ts';
import { createId } from '../id/create-id.ts';
import type { Signer } from '../signature/cryptography.ts';
import type { Expectation, VerificationContext } from '../signature/verification.ts';
import { verifySigned } from '../signature/verify-signed.ts';

const callTokenClaims = z.strictObject({
  iss: participantId,
  aud: participantId,
  /** Method and target URI of the call, its query included. */
  htm: z.string().regex(/^[A-Z]{1,10}$/),
  htu: z.string().max(2000),
  /** SHA-256 of the body, of nothing where there is none. */
  bodyDigest: digest,
  iat: numericDate,
  exp: numericDate,
  jti: uuidv7Form,
});

export interface CallTokenOptions {
  /** The caller's `message` key. */
  readonly signer: Signer;
  readonly issuer: ParticipantId;
  readonly audience: ParticipantId;
  readonly method: string;
  /** Of the call; its query is part of what is signed, its fragment is not. */
  readonly url: string;
  readonly body?: string | Uint8Array | undefined;
  readonly now: Instant;
  /** 60 (the most) where absent. */
  readonly lifeSeconds?: number;
  readonly sha256?: Sha256;
}

/**
 * Says who makes a call that has no signed body of its own.
 * @returns what follows `Authorization: Bearer `
 */
export async function createCallToken(options: CallTokenOptions): Promise<string> {
  const { issuer, audience, now, lifeSeconds = 60 } = options;
  const iat = toNumericDate(now);
  const payload = callTokenClaims.parse({
    iss: issuer,
    aud: audience,
    htm: options.method,
    htu: parseTargetUri(options.url)?.href,
    bodyDigest: await digestOf(options.body ?? '', options.sha256),
    iat,
    exp: iat + lifeSeconds,
    jti: createId(now),
  });
  return options.signer.sign({ typ: 'call+jwt', payload });
}

export interface ReceivedCall {
  /** What follows `Authorization: Bearer `. */
  readonly token: string;
  readonly method: string;
  /** As the caller addressed it: public origin, path and query. */
  readonly url: string;
  readonly body?: string | Uint8Array | undefined;
}

/** Who calls. `jti` is accepted once per `issuer`: the receiver's replay guard sees to that until `expiresAt`. */
export interface VerifiedCall {
  readonly issuer: ParticipantId;
  readonly jti: string;
  readonly expiresAt: Instant;
}

const expectation = { typ: 'call+jwt', kind: 'call', keyUse: 'message', maxBytes: 4096 } as const;

/**
 * @returns refusals of verifySigned; then `call-not-authenticated` where the token is for another call, its detail
 * naming the claim
 */
export async function verifyCallToken(
  call: ReceivedCall,
  senderRoles: readonly ParticipantRole[],
  context: VerificationContext,
): Promise<VerifiedCall | Refusal> {
  const expected: Expectation = { ...expectation, senderRoles };
  const envelope = await verifySigned(call.token, expected, context);
  if (isRefusal(envelope)) return envelope;
  const parsed = callTokenClaims.safeParse(envelope.claims);
  if (!parsed.success) return refuse('schema-mismatch', 'the call token');
  const { htm, htu, bodyDigest, exp, jti } = parsed.data;
  if (htm !== call.method) return refuse('call-not-authenticated', 'htm');
  const target = parseTargetUri(call.url)?.href;
  if (target === undefined || parseTargetUri(htu)?.href !== target) return refuse('call-not-authenticated', 'htu');
  const received = await digestOf(call.body ?? '', context.cryptography?.sha256);
  if (bodyDigest !== received) return refuse('call-not-authenticated', 'bodyDigest');
  return { issuer: envelope.issuer, jti, expiresAt: fromNumericDate(exp) };
}
