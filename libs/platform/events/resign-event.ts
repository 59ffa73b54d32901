import { type Instant, isRefusal, toNumericDate } from '#domain';
import { isSignedBy, nodeCryptography, splitCompactToken } from '#protocol';
import type { KeyRing } from '../keys/key-ring.ts';

export const eventTyp = 'secevent+jwt';

/**
 * The same event, id and state, with a signature of now.
 *
 * @returns undefined where none of our keys signed it before: who writes to the database makes no events of ours
 */
export async function resignEvent(token: string, keyRing: KeyRing, now: Instant): Promise<string | undefined> {
  const parts = splitCompactToken(token);
  if (isRefusal(parts)) return undefined;
  const [{ kid }, payload] = [parts.header, parts.payload].map((bytes) => JSON.parse(Buffer.from(bytes).toString()));
  const key = keyRing.keys().find((one) => one.kid === kid && one.use === 'statement');
  if (key === undefined || !(await isSignedBy(key.jwk, parts, nodeCryptography))) return undefined;
  return keyRing.signer('statement').sign({ typ: eventTyp, payload: { ...payload, iat: toNumericDate(now) } });
}
