import { z } from 'zod';
import { sessionStates } from '#domain';
import { digest, instant, kid, uuid } from '../claims/forms.ts';
import { defineMessage } from '../message/define-message.ts';

/** An X25519 public key (RFC 8037), fresh for each session. */
export const recipientKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('X25519'),
  x: z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/),
});

const dataSessionRequestFields = z.strictObject({
  sessionId: uuid,
  /** SHA-256 of the access token, base64url, as in a DPoP proof (RFC 9449, section 4.2). */
  ath: digest,
  jkt: kid,
  /** The only key the provider seals to. The manager never handles it, so no manager can have data sealed to itself. */
  recipientKey,
  /** Only these accounts, by their names in an earlier manifest under the same consent; all where absent. */
  accounts: z.array(uuid).min(1).max(200).optional(),
});

export type DataSessionRequestFields = z.infer<typeof dataSessionRequestFields>;

/** Step 5: a data user opens its session at the data provider. `POST /data-sessions`, with `Authorization: DPoP`. */
export const dataSessionRequestMessage = defineMessage<DataSessionRequestFields, 'command'>({
  typ: 'data-session-request+jwt',
  kind: 'command',
  senderRoles: ['data-user'],
  fields: dataSessionRequestFields,
});

/** 201 with the manifest where everything was sealed while the caller waited; 202 without it otherwise. */
export const dataSessionAnswer = z.strictObject({
  sessionId: uuid,
  state: z.enum(sessionStates),
  /** Parts sealed so far. */
  parts: z.int().min(0),
  /** Nothing is complete before it verifies. */
  manifest: z.string().optional(),
  expiresAt: instant,
});

export type DataSessionAnswer = z.infer<typeof dataSessionAnswer>;
