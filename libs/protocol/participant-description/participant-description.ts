import { z } from 'zod';
import { fromNumericDate, type Instant, isRefusal, participantRoles, type Refusal, refuse } from '#domain';
import { code, kid, numericDate, participantId, text } from '../claims/forms.ts';
import type { PublicJwk } from '../key/jwk.ts';
import { listableKeyUse, publicJwkForm } from '../key/public-jwk-form.ts';
import { thumbprintOf } from '../key/thumbprint.ts';
import { describeMismatch } from '../message/describe-mismatch.ts';
import type { Cryptography, Signer } from '../signature/cryptography.ts';
import { parseCompactToken } from '../signature/parse-compact-token.ts';
import { webCryptography } from '../signature/web-cryptography.ts';
import { endpoint } from '../trust-list/list-of-trusted-entities.ts';

const describedKey = z.strictObject({ kid, use: listableKeyUse, jwk: publicJwkForm });

const fields = z.strictObject({
  name: text(200),
  roles: z.array(z.enum(participantRoles)).min(1).max(4),
  /** Base URL per role, without a slash at the end. */
  endpoints: z.partialRecord(z.enum(participantRoles), endpoint),
  keys: z.array(describedKey).min(1).max(16),
  dataTypes: z.array(code).max(200),
});

/** Claims of a `participant-description+jwt`. */
export const participantDescription = fields
  .extend({ iss: participantId, iat: numericDate })
  .meta({ id: 'ParticipantDescription' });

/** What a participant says of itself: the trust registry takes it over where its operator agrees. */
export interface ParticipantDescription extends z.infer<typeof fields> {
  readonly id: string;
  readonly describedAt: Instant;
}

export const PARTICIPANT_DESCRIPTION = 'participant-description+jwt';
const MOST_BYTES = 65_536;

/** @param signer the participant's `message` key, which must be among `keys` */
export async function createParticipantDescription(
  description: z.infer<typeof fields> & { readonly id: string },
  signer: Signer,
  issuedAtSeconds: number,
): Promise<string> {
  const { id, ...own } = description;
  return signer.sign({ typ: PARTICIPANT_DESCRIPTION, payload: { iss: id, iat: issuedAtSeconds, ...own } });
}

/**
 * Checks that the description is whole and was signed with the `message` key it names: who sends it holds that key.
 * Whether the id is theirs is for the registry's operator to know.
 *
 * @returns refusals: those of parseCompactToken, `schema-mismatch`, `key-not-listed`, `signature-invalid`
 */
export async function verifyParticipantDescription(
  raw: string,
  cryptography: Cryptography = webCryptography,
): Promise<ParticipantDescription | Refusal> {
  const token = parseCompactToken(raw, { typ: PARTICIPANT_DESCRIPTION, maxBytes: MOST_BYTES });
  if (isRefusal(token)) return token;
  const parsed = participantDescription.safeParse(token.payload);
  if (!parsed.success) return refuse('schema-mismatch', describeMismatch(parsed.error));
  const { iss, iat, ...own } = parsed.data;
  const key = own.keys.find((candidate) => candidate.kid === token.header.kid && candidate.use === 'message');
  if (key === undefined) return refuse('key-not-listed', 'not signed with a message key of this description');
  for (const { kid: named, jwk } of own.keys) {
    if (named !== (await thumbprintOf(jwk))) return refuse('schema-mismatch', `kid ${named} is of another key`);
  }
  if (new Set(own.keys.map((each) => each.kid)).size < own.keys.length)
    return refuse('schema-mismatch', 'one key twice');
  if (own.roles.some((role) => own.endpoints[role] === undefined)) return refuse('schema-mismatch', 'endpoints');
  const imported = await importOrUndefined(cryptography, key.jwk);
  if (imported === undefined) return refuse('key-not-listed', 'not a point of P-256');
  if (!(await imported.verify(token))) return refuse('signature-invalid');
  return { id: iss, describedAt: fromNumericDate(iat), ...own };
}

async function importOrUndefined(cryptography: Cryptography, jwk: PublicJwk) {
  try {
    return await cryptography.importVerificationKey(jwk);
  } catch {
    return undefined;
  }
}
