import { type Instant, toNumericDate } from '#domain';
import type { Signer } from '#protocol';

export const eventTyp = 'secevent+jwt';

/** The same event, id and state, with a signature of now. */
export function resignEvent(token: string, signer: Signer, now: Instant): Promise<string> {
  const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as object;
  return signer.sign({ typ: eventTyp, payload: { ...payload, iat: toNumericDate(now) } });
}
