import { type Instant, toNumericDate } from '#domain';
import type { KeyRing } from '../keys/key-ring.ts';
import { readOwnStatement } from '../keys/own-statement.ts';

export const eventTyp = 'secevent+jwt';

/**
 * The same event, id and state, with a signature of now.
 *
 * @returns undefined where none of our keys signed it before: who writes to the database makes no events of ours
 */
export async function resignEvent(token: string, keyRing: KeyRing, now: Instant): Promise<string | undefined> {
  const own = await readOwnStatement(token, keyRing);
  if (own === undefined) return undefined;
  return keyRing.signer('statement').sign({ typ: eventTyp, payload: { ...own.payload, iat: toNumericDate(now) } });
}
