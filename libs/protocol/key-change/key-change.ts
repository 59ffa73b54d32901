import { z } from 'zod';
import { isRefusal, type KeyUse, participantRoles, type Refusal, refuse } from '#domain';
import { kid, participantId } from '../claims/forms.ts';
import { listableKeyUse, publicJwkForm } from '../key/public-jwk-form.ts';
import { thumbprintOf } from '../key/thumbprint.ts';
import { defineMessage, type MessageDefinition } from '../message/define-message.ts';
import { type VerifiedMessage, verifyMessage } from '../message/verify-message.ts';
import type { Signer } from '../signature/cryptography.ts';
import { isSignedBy } from '../signature/imported-keys.ts';
import { parseCompactToken } from '../signature/parse-compact-token.ts';
import type { VerificationContext } from '../signature/verification.ts';
import { webCryptography } from '../signature/web-cryptography.ts';

const introduction = z.strictObject({
  use: listableKeyUse,
  jwk: publicJwkForm,
  /** A `key-possession+jwt` by the new key itself. */
  proof: z.string().max(1024),
});
const retirement = z.strictObject({ use: listableKeyUse, kid });

export type KeyIntroduction = z.infer<typeof introduction>;
export type KeyRetirement = z.infer<typeof retirement>;
export type ListableKeyUse = KeyIntroduction['use'];

const maxBytes = 4096;
const common = { kind: 'command', senderRoles: participantRoles, maxBytes } as const;

/** To the trust registry: a further key of this use, introduced by a present key of the same use and of no other. */
export const keyIntroductionMessage = (keyUse: KeyUse): MessageDefinition<KeyIntroduction, 'command'> =>
  defineMessage({ ...common, typ: 'key-introduction+jwt', keyUse, fields: introduction });

/** To the trust registry: a key that signs nothing any more, retired by another present key of its use. */
export const keyRetirementMessage = (keyUse: KeyUse): MessageDefinition<KeyRetirement, 'command'> =>
  defineMessage({ ...common, typ: 'key-retirement+jwt', keyUse, fields: retirement });

const POSSESSION = 'key-possession+jwt';
const possession = z.strictObject({ iss: participantId, use: listableKeyUse, predecessor: kid });

/** By the new key: it is held by this participant, for this use, after that key. So nobody claims what they only saw. */
export function provePossession(
  newKey: Signer,
  iss: string,
  use: ListableKeyUse,
  predecessor: string,
): Promise<string> {
  return newKey.sign({ typ: POSSESSION, payload: { iss, use, predecessor } });
}

/**
 * A key introduction whose signature, sender and time hold, and whose new key has proven itself. A replay changes
 * nothing: a key that is listed stays as it is.
 * @returns refusals: those of verifySigned, `schema-mismatch`, `key-not-acceptable` (no such proof, no point of P-256)
 */
export async function verifyKeyIntroduction(raw: string, context: VerificationContext) {
  const introduced = await verifyByUse(raw, keyIntroductionMessage, context);
  if (isRefusal(introduced)) return introduced;
  const { jwk, proof, use, iss } = introduced.claims;
  const predecessor = introduced.header.kid ?? '';
  const token = parseCompactToken(proof, { typ: POSSESSION, maxBytes: 1024 });
  if (isRefusal(token)) return token;
  const said = possession.safeParse(token.payload).data;
  const newKid = await thumbprintOf(jwk);
  const fits = said?.iss === iss && said.use === use && said.predecessor === predecessor && token.header.kid === newKid;
  if (!fits || newKid === predecessor) return refuse('key-not-acceptable', 'the proof of possession is for another');
  const { cryptography = webCryptography } = context;
  if (!(await isSignedBy(jwk, token, cryptography))) return refuse('key-not-acceptable', 'no proof of possession');
  return { ...introduced, newKid };
}

/** @returns refusals: those of verifySigned, `schema-mismatch` */
export function verifyKeyRetirement(raw: string, context: VerificationContext) {
  return verifyByUse(raw, keyRetirementMessage, context);
}

/** The use is read before the signature only to know which one the signing key must have. */
async function verifyByUse<P>(
  raw: string,
  definitionFor: (use: KeyUse) => MessageDefinition<P, 'command'>,
  context: VerificationContext,
): Promise<VerifiedMessage<P, 'command'> | Refusal> {
  const token = parseCompactToken(raw, definitionFor('message'));
  if (isRefusal(token)) return token;
  const use = listableKeyUse.safeParse(token.payload['use']).data;
  return use === undefined ? refuse('schema-mismatch', 'use') : verifyMessage(definitionFor(use), raw, context);
}
