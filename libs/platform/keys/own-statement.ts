import { type Instant, isRefusal, toNumericDate } from '#domain';
import { isSignedBy, nodeCryptography, splitCompactToken } from '#protocol';
import type { KeyRing } from './key-ring.ts';
import type { SigningKey } from './signing-key-store.ts';

/** A statement that one of our own keys signed. */
export interface OwnStatement {
  readonly typ: string;
  readonly key: SigningKey;
  readonly payload: Readonly<Record<string, unknown>> & { readonly iat: number };
}

/** @returns undefined where none of our keys for statements signed it */
export async function readOwnStatement(token: string, keyRing: KeyRing): Promise<OwnStatement | undefined> {
  const parts = splitCompactToken(token);
  if (isRefusal(parts)) return undefined;
  const [{ kid, typ }, payload] = [parts.header, parts.payload].map((bytes) =>
    JSON.parse(Buffer.from(bytes).toString()),
  );
  const key = keyRing.keys().find((one) => one.kid === kid && one.use === 'statement');
  if (key === undefined || !(await isSignedBy(key.jwk, parts, nodeCryptography))) return undefined;
  return { typ, key, payload };
}

/**
 * What nobody believes any more, as its key was compromised, in the same words with a signature of now: dated later than
 * the first, so that whoever has both knows which to keep.
 *
 * @returns undefined where it is not ours, or its key was not compromised
 */
export async function resignCompromised(token: string, keyRing: KeyRing, now: Instant): Promise<string | undefined> {
  const own = await readOwnStatement(token, keyRing);
  if (own?.key.state !== 'compromised') return undefined;
  const iat = Math.max(toNumericDate(now), own.payload.iat + 1);
  return keyRing.signer('statement').sign({ typ: own.typ, payload: { ...own.payload, iat } });
}
