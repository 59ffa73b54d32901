import { z } from 'zod';
import {
  type DataRange,
  type DataTypeTerm,
  fromNumericDate,
  type Instant,
  isRefusal,
  type ParticipantId,
  type Refusal,
  refuse,
  toNumericDate,
} from '#domain';
import { digest, instant, kid, numericDate, participantId, uuid, uuidv7 as uuidv7Form } from '../claims/forms.ts';
import { dataRange, dataTypeTerms } from '../consent-terms/consent-terms.ts';
import { createId } from '../id/create-id.ts';
import type { Signer } from '../signature/cryptography.ts';
import type { Expectation, VerificationContext } from '../signature/verification.ts';
import { verifySigned } from '../signature/verify-signed.ts';

/** What may be released under a token (RFC 9396, section 2). */
export interface DataSessionAuthorization {
  readonly type: 'urn:assent:data-session';
  readonly sessionId: string;
  /** The provider's own artefact. */
  readonly artefactId: string;
  /** SHA-256 of the artefact's compact token, base64url. */
  readonly artefactDigest: string;
  readonly dataRequestId: string;
  /** When the use was reserved: providers count uses by it. */
  readonly requestedAt: Instant;
  readonly dataUser: ParticipantId;
  readonly dataTypes: readonly DataTypeTerm[];
  readonly dataRange: DataRange;
  /** The session of which this one fetches once more what failed, under the same use. */
  readonly retryOf?: string | undefined;
}

export const dataSessionAuthorization = z.strictObject({
  type: z.literal('urn:assent:data-session'),
  sessionId: uuid,
  artefactId: uuid,
  artefactDigest: digest,
  dataRequestId: uuid,
  requestedAt: instant,
  dataUser: participantId,
  dataTypes: dataTypeTerms,
  dataRange,
  retryOf: uuid.optional(),
}) satisfies z.ZodType<DataSessionAuthorization>;

const accessTokenClaims = z.strictObject({
  iss: participantId,
  aud: participantId,
  /** The session: no accounts, no pseudonyms. */
  sub: uuid,
  client_id: participantId,
  iat: numericDate,
  exp: numericDate,
  jti: uuidv7Form,
  authorization_details: z.tuple([dataSessionAuthorization]),
  cnf: z.strictObject({ jkt: kid }),
});

export interface AccessTokenOptions {
  /** The manager's `access-token` key. */
  readonly signer: Signer;
  /** The consent manager. */
  readonly issuer: ParticipantId;
  /** The data provider. */
  readonly audience: ParticipantId;
  readonly authorization: DataSessionAuthorization;
  /** Thumbprint of the gateway instance's DPoP key. */
  readonly jkt: string;
  readonly now: Instant;
  /** 120 (the most) where absent. */
  readonly lifeSeconds?: number;
}

const longestLifeSeconds = 120;

/**
 * A JWT access token (RFC 9068) bound to a DPoP key (RFC 9449, section 6).
 * @throws where what it should say is out of form
 */
export async function createAccessToken(options: AccessTokenOptions): Promise<string> {
  const { authorization, now, lifeSeconds = longestLifeSeconds } = options;
  const iat = toNumericDate(now);
  const payload = accessTokenClaims.parse({
    iss: options.issuer,
    aud: options.audience,
    sub: authorization.sessionId,
    client_id: authorization.dataUser,
    iat,
    exp: iat + lifeSeconds,
    jti: createId(now),
    authorization_details: [authorization],
    cnf: { jkt: options.jkt },
  });
  return options.signer.sign({ typ: 'at+jwt', payload });
}

/** What a token allows. Whoever presents it still has to prove the key `jkt` by a DPoP proof. */
export interface VerifiedAccessToken {
  readonly issuer: ParticipantId;
  readonly jti: string;
  readonly jkt: string;
  readonly expiresAt: Instant;
  readonly authorization: DataSessionAuthorization;
  /** SHA-256 of the token, base64url: the `ath` of its DPoP proofs (RFC 9449, section 4.2). */
  readonly ath: string;
}

const expectation: Expectation = {
  typ: 'at+jwt',
  kind: 'call',
  keyUse: 'access-token',
  senderRoles: ['consent-manager'],
  maxBytes: 16_384,
  maxLifeSeconds: longestLifeSeconds,
};

/** @returns refusals: `access-token-invalid`, its detail naming the step, or `trust-list-unavailable` */
export async function verifyAccessToken(
  raw: string,
  context: VerificationContext,
): Promise<VerifiedAccessToken | Refusal> {
  const envelope = await verifySigned(raw, expectation, context);
  if (isRefusal(envelope))
    return envelope.code === 'trust-list-unavailable' ? envelope : refuse('access-token-invalid', envelope.code);
  const parsed = accessTokenClaims.safeParse(envelope.claims);
  if (!parsed.success) return refuse('access-token-invalid', 'schema-mismatch');
  const { sub, client_id, jti, cnf, exp } = parsed.data;
  const [authorization] = parsed.data.authorization_details;
  if (sub !== authorization.sessionId || client_id !== authorization.dataUser)
    return refuse('access-token-invalid', 'the token contradicts itself');
  const { issuer, digest: ath } = envelope;
  return { issuer, jti, jkt: cnf.jkt, expiresAt: fromNumericDate(exp), authorization, ath };
}
