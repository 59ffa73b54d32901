import { z } from 'zod';
import { numericDate, participantId, uuid, uuidv7 } from './forms.ts';

/** What every command carries beside its own fields. */
export const commandClaims = z.strictObject({
  iss: participantId,
  aud: participantId,
  iat: numericDate,
  exp: numericDate,
  jti: uuidv7,
  /** The same in each retry of one request. */
  requestId: uuid,
});

/** What every statement carries beside its own fields. */
export const statementClaims = z.strictObject({
  iss: participantId,
  aud: z.union([participantId, z.array(participantId).min(1).max(16)]),
  iat: numericDate,
  jti: uuidv7,
});

export type CommandClaims = z.infer<typeof commandClaims>;
export type StatementClaims = z.infer<typeof statementClaims>;
