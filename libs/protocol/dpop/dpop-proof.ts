import { z } from 'zod';
import {
  addSeconds,
  fromNumericDate,
  type Instant,
  isRefusal,
  type Refusal,
  refuse,
  toMilliseconds,
  toNumericDate,
} from '#domain';
import { digest, numericDate } from '../claims/forms.ts';
import { digestOf, type Sha256 } from '../digest/sha256.ts';
import { parseTargetUri } from '../http-target/target-uri.ts';
import { createId } from '../id/create-id.ts';
import type { Cryptography, Signer } from '../signature/cryptography.ts';
import { parseCompactToken } from '../signature/parse-compact-token.ts';
import { webCryptography } from '../signature/web-cryptography.ts';
import { importedProofKey } from './proof-keys.ts';

const proofClaims = z.strictObject({
  jti: z.string().regex(/^[\x21-\x7e]{16,100}$/),
  htm: z.string().regex(/^[A-Z]{1,10}$/),
  htu: z.string().max(2000),
  iat: numericDate,
  ath: digest.optional(),
});

const form = { typ: 'dpop+jwt', maxBytes: 4096, keyInHeader: true } as const;
const longestAgeSeconds = 60;

export interface DpopProofOptions {
  readonly signer: Signer;
  readonly method: string;
  readonly url: string;
  /** The access token the proof goes with. */
  readonly accessToken?: string | undefined;
  readonly now: Instant;
  readonly sha256?: Sha256;
}

/**
 * Proves possession of a key for one call (RFC 9449, section 4.2).
 * @returns the value of the `DPoP` header
 */
export async function createDpopProof(options: DpopProofOptions): Promise<string> {
  const { accessToken, now } = options;
  const payload = proofClaims.parse({
    jti: createId(now),
    htm: options.method,
    htu: withoutQuery(options.url),
    iat: toNumericDate(now),
    ...(accessToken === undefined ? {} : { ath: await digestOf(accessToken, options.sha256) }),
  });
  return options.signer.sign({ typ: form.typ, payload, keyInHeader: true });
}

export interface ReceivedProof {
  /** The value of the `DPoP` header. */
  readonly proof: string;
  readonly method: string;
  /** As the caller addressed it; query and fragment do not count. */
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

const refuseFor = (detail: string) => refuse('proof-of-possession-invalid', detail);

/**
 * The checks of RFC 9449, section 4.3, all but the replay guard. Stricter in one thing: claims that section 4.2 does
 * not name are refused.
 * @returns refusal: `proof-of-possession-invalid`, its detail naming the step
 */
export async function verifyDpopProof(received: ReceivedProof): Promise<VerifiedProof | Refusal> {
  const { cryptography = webCryptography, now, skewSeconds = 60 } = received;
  const token = parseCompactToken(received.proof, form);
  if (isRefusal(token)) return refuseFor(token.code);
  const { jwk } = token.header;
  if (jwk === undefined) return refuseFor('jwk');
  const proofKey = await importedProofKey(cryptography, jwk);
  if (proofKey === undefined || !(await proofKey.key.verify(token))) return refuseFor('signature-invalid');
  const parsed = proofClaims.safeParse(token.payload);
  if (!parsed.success) return refuseFor('schema-mismatch');
  const { htm, htu, iat, ath, jti } = parsed.data;
  if (htm !== received.method) return refuseFor('htm');
  const target = withoutQuery(received.url);
  if (target === undefined || withoutQuery(htu) !== target) return refuseFor('htu');
  const age = toMilliseconds(now) / 1000 - iat;
  if (age < -skewSeconds) return refuseFor('message-not-yet-valid');
  if (age >= longestAgeSeconds + skewSeconds) return refuseFor('message-expired');
  const { accessToken } = received;
  const expected = accessToken === undefined ? undefined : await digestOf(accessToken, cryptography.sha256);
  if (ath !== expected) return refuseFor('ath');
  const expiresAt = addSeconds(fromNumericDate(iat), longestAgeSeconds + skewSeconds);
  return { jkt: proofKey.jkt, jti, expiresAt };
}

function withoutQuery(url: string): string | undefined {
  const target = parseTargetUri(url);
  return target && target.origin + target.pathname;
}
