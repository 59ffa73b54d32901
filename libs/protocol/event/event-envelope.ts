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
import { statementClaims } from '../claims/common-claims.ts';
import { participantId } from '../claims/forms.ts';
import { createId } from '../id/create-id.ts';
import { describeMismatch } from '../message/describe-mismatch.ts';
import type { Signer } from '../signature/cryptography.ts';
import type { Expectation, VerificationContext, VerifiedEnvelope } from '../signature/verification.ts';
import { verifySigned } from '../signature/verify-signed.ts';
import type { JsonObject } from '../strict-json/parse-strict-json.ts';

const eventUriPrefix = 'urn:assent:event:';
/** `noun.past-participle`, e.g. `consent-artefact.revoked` */
const eventName = /^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/;

const eventClaims = statementClaims.extend({
  aud: participantId,
  /** RFC 9493, section 3.2.5. */
  sub_id: z.strictObject({ format: z.literal('opaque'), id: z.string().min(1).max(200) }).optional(),
  /** RFC 8417 allows several events about one thing; here a token says one. */
  events: z
    .record(z.string().startsWith(eventUriPrefix), z.looseObject({}))
    .refine((events) => Object.keys(events).length === 1),
});

export interface EventOptions {
  /** The sender's `statement` key. */
  readonly signer: Signer;
  readonly issuer: ParticipantId;
  readonly audience: ParticipantId;
  /** `noun.past-participle` */
  readonly type: string;
  readonly state: object;
  /** What the event is about; goes out as `{format: 'opaque', id}`. */
  readonly subject?: string | undefined;
  readonly now: Instant;
  readonly jti?: string | undefined;
}

/** @returns a Security Event Token (RFC 8417) as a compact token of type `secevent+jwt` */
export async function createEvent(options: EventOptions): Promise<string> {
  const { type, subject, now } = options;
  if (!eventName.test(type)) throw new TypeError('an event is named noun.past-participle');
  const payload = {
    iss: options.issuer,
    aud: options.audience,
    iat: toNumericDate(now),
    jti: options.jti ?? createId(now),
    ...(subject === undefined ? {} : { sub_id: { format: 'opaque', id: subject } }),
    events: { [`${eventUriPrefix}${type}`]: options.state },
  };
  return options.signer.sign({ typ: 'secevent+jwt', payload });
}

/** An event whose sender holds; whether its state has the form of its type is the next question. */
export interface VerifiedEvent {
  readonly issuer: ParticipantId;
  readonly jti: string;
  readonly issuedAt: Instant;
  /** `noun.past-participle` */
  readonly type: string;
  readonly subject: string | undefined;
  readonly state: JsonObject;
  readonly envelope: VerifiedEnvelope;
}

const expectation = { typ: 'secevent+jwt', kind: 'statement', keyUse: 'statement', maxBytes: 4_194_304 } as const;

/** @returns refusals of verifySigned, then `schema-mismatch` or `event-type-unknown` (a name out of form) */
export async function verifyEvent(
  raw: string,
  senderRoles: readonly ParticipantRole[],
  context: VerificationContext,
): Promise<VerifiedEvent | Refusal> {
  const expected: Expectation = { ...expectation, senderRoles };
  const envelope = await verifySigned(raw, expected, context);
  if (isRefusal(envelope)) return envelope;
  const parsed = eventClaims.safeParse(envelope.claims);
  if (!parsed.success) return refuse('schema-mismatch', describeMismatch(parsed.error));
  const { jti, iat, sub_id, events } = parsed.data;
  const [[uri, state] = ['', {}]] = Object.entries(events);
  const type = uri.slice(eventUriPrefix.length);
  if (!eventName.test(type)) return refuse('event-type-unknown');
  const issuedAt = fromNumericDate(iat);
  return { issuer: envelope.issuer, jti, issuedAt, type, subject: sub_id?.id, state: state as JsonObject, envelope };
}
