import { z } from 'zod';
import { instant, kid, participantId, uuid } from '../claims/forms.ts';
import { dataRange, dataTypeTerms } from '../consent-terms/consent-terms.ts';
import { defineMessage } from '../message/define-message.ts';

const dataRequestFields = z.strictObject({
  /** The artefactId of the data user's own artefact. */
  consentId: uuid,
  dataTypes: dataTypeTerms,
  dataRange,
  /** RFC 7638 thumbprint of the DPoP key that the access tokens will be bound to (RFC 9449, section 10). */
  jkt: kid,
});

export type DataRequestFields = z.infer<typeof dataRequestFields>;

/** Step 4: a data user asks the consent manager for data under a consent. `POST /data-requests` */
export const dataRequestMessage = defineMessage<DataRequestFields, 'command'>({
  typ: 'data-request+jwt',
  kind: 'command',
  senderRoles: ['data-user'],
  fields: dataRequestFields,
});

/** One session at one data provider, with the token that opens it. */
export const authorisedSession = z.strictObject({
  sessionId: uuid,
  dataProvider: participantId,
  /** `at+jwt`, bound to the DPoP key of the request, valid 120 s; renewed at `POST /data-sessions/{id}/token`. */
  accessToken: z.string().max(16_384),
  expiresAt: instant,
});

export type AuthorisedSession = z.infer<typeof authorisedSession>;

/** The answer to a data request. `dataRequestId` is the use: sessions and retries of it count once. */
export const dataRequestAnswer = z.strictObject({
  dataRequestId: uuid,
  requestedAt: instant,
  sessions: z.array(authorisedSession).min(1).max(200),
});

export type DataRequestAnswer = z.infer<typeof dataRequestAnswer>;
