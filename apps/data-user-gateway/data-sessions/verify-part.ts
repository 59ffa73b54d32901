import { isRefusal, type ParticipantId, type Refusal, refuse } from '#domain';
import {
  type DataPartFields,
  dataPartMessage,
  sha256Base64url,
  type VerificationContext,
  verifyMessage,
} from '#protocol';

/** Which part is to come next. */
export interface PartExpected {
  readonly sessionId: string;
  readonly provider: ParticipantId;
  readonly n: number;
  /** Digest of the part before; null for the first. */
  readonly previous: string | null;
}

/**
 * The provider's signed word about one part: that it is this part, in this order, and these bytes.
 * @returns refusal: `part-tampered`, its detail naming the step
 */
export async function verifyPart(
  statement: string,
  sealed: Uint8Array,
  expected: PartExpected,
  context: VerificationContext,
): Promise<DataPartFields | Refusal> {
  const verified = await verifyMessage(dataPartMessage, statement, context);
  if (isRefusal(verified)) return refuse('part-tampered', `part ${expected.n}: its statement is ${verified.code}`);
  const { claims, issuer } = verified;
  const wrong = (what: string) => refuse('part-tampered', `part ${expected.n}: ${what}`);
  if (issuer !== expected.provider) return wrong('its statement is of another participant');
  if (claims.sessionId !== expected.sessionId) return wrong('it is of another session');
  if (claims.n !== expected.n) return wrong(`it is part ${claims.n}`);
  if ((claims.previous ?? null) !== expected.previous) return wrong('it does not follow the part before');
  if (claims.digest !== sha256Base64url(sealed)) return wrong('its bytes are not those that were signed');
  return claims;
}
