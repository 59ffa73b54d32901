import type { Instant, ParticipantId, ParticipantRole, Refusal } from '#domain';
import type { Signer } from '../signature/cryptography.ts';
import type { VerificationContext, VerifiedEnvelope } from '../signature/verification.ts';
import type { JsonObject } from '../strict-json/parse-strict-json.ts';

/** `urn:assent:event:` and a `noun.past-participle`, e.g. `urn:assent:event:consent-artefact.revoked`. */
export type EventUri = `urn:assent:event:${string}`;

export interface EventOptions {
  /** The sender's `statement` key. */
  readonly signer: Signer;
  readonly issuer: ParticipantId;
  readonly audience: ParticipantId;
  /** `noun.past-participle` */
  readonly type: string;
  readonly state: object;
  /** What the event is about (RFC 9493); goes out as `{format: 'opaque', id}`. */
  readonly subject?: string;
  readonly now: Instant;
  readonly jti?: string;
}

/** @returns a Security Event Token (RFC 8417) as a compact token of type `secevent+jwt` */
export declare function createEvent(options: EventOptions): Promise<string>;

/** An event whose sender holds; whether its state has the form of its type is the next question. */
export interface VerifiedEvent {
  readonly issuer: ParticipantId;
  readonly jti: string;
  readonly issuedAt: Instant;
  readonly type: string;
  readonly subject: string | undefined;
  readonly state: JsonObject;
  readonly envelope: VerifiedEnvelope;
}

export declare function verifyEvent(
  raw: string,
  senderRoles: readonly ParticipantRole[],
  context: VerificationContext,
): Promise<VerifiedEvent | Refusal>;
