import { fromNumericDate, isRefusal, type ParticipantId, type Refusal, refuse } from '#domain';
import { digestOf } from '../digest/sha256.ts';
import { isRelyableFor, isRelyableNow } from '../participant/listed-key-checks.ts';
import type { ListedKey, ParticipantDirectory } from '../participant/participant.ts';
import { checkAudience, checkTime, checkTimeForm, isDatedAhead } from './check-claims.ts';
import type { Cryptography } from './cryptography.ts';
import { importedKey } from './imported-keys.ts';
import { type CompactToken, parseCompactToken } from './parse-compact-token.ts';
import type { Expectation, VerificationContext, VerifiedEnvelope } from './verification.ts';
import { webCryptography } from './web-cryptography.ts';

/**
 * Every step of verification up to time, in this order: size, form and strict JSON, `alg`, `typ`, the sender and the
 * sender's key, signature, audience, time. `iss` is read before the signature only to find the key; nothing of the
 * payload is handed out unless all steps hold. The replay guard and the schema are the receiver's next steps.
 * @returns refusals: those of parseCompactToken, then `trust-list-unavailable`, `issuer-not-listed`,
 * `role-not-allowed`, `key-not-listed`, `signature-invalid`, `audience-not-me`, `schema-mismatch` (iat, exp or jti
 * out of form), `message-not-yet-valid`, `message-expired`, `message-lives-too-long`
 */
export async function verifySigned(
  raw: string,
  expected: Expectation,
  context: VerificationContext,
): Promise<VerifiedEnvelope | Refusal> {
  const token = parseCompactToken(raw, expected);
  if (isRefusal(token)) return token;
  const { cryptography = webCryptography, participants } = context;
  if (participants === undefined) return refuse('trust-list-unavailable');
  const issuer = await checkIssuer(token, participants, expected, context);
  if (isRefusal(issuer)) return issuer;
  const key = await participants.findKey(issuer, token.header.kid ?? '');
  if (key === undefined || !isRelyable(key, token, expected, context)) return refuse('key-not-listed');
  const signed = await checkSignature(token, key, cryptography);
  if (isRefusal(signed)) return signed;
  const { payload } = token;
  const refusal = checkAudience(payload['aud'], context) ?? checkTimeForm(payload, expected.kind);
  if (refusal !== undefined) return refusal;
  // The form of these claims was checked just above.
  const claims = payload as VerifiedEnvelope['claims'];
  const untimely = checkTime(claims, expected, context);
  if (untimely !== undefined) return untimely;
  return { raw, header: token.header, claims, issuer, digest: await digestOf(raw, cryptography.sha256) };
}

async function checkIssuer(
  token: CompactToken,
  participants: ParticipantDirectory,
  expected: Expectation,
  context: VerificationContext,
): Promise<ParticipantId | Refusal> {
  const { iss } = token.payload;
  const sender = typeof iss === 'string' ? await participants.findParticipant(iss) : undefined;
  if (sender === undefined) return refuse('issuer-not-listed');
  const asEvidence = expected.kind === 'statement' && context.evidence !== undefined;
  if (sender.status !== 'active' && !asEvidence) return refuse('issuer-not-listed', `the sender is ${sender.status}`);
  return expected.senderRoles.some((role) => sender.roles.includes(role)) ? sender.id : refuse('role-not-allowed');
}

function isRelyable(key: ListedKey, token: CompactToken, expected: Expectation, context: VerificationContext): boolean {
  if (expected.kind !== 'statement') return isRelyableNow(key, expected.keyUse, context.now);
  const { iat } = token.payload;
  if (typeof iat !== 'number' || iat < 0 || iat > 253_402_300_799) return false;
  const { evidence, now } = context;
  // A key must not be believed for a time that had not come when it signed.
  const issuedAt = (isDatedAhead(iat, expected, context) && evidence?.witnessedAt) || fromNumericDate(iat);
  return isRelyableFor(key, expected.keyUse, { issuedAt, witnessedAt: evidence?.witnessedAt, now });
}

async function checkSignature(token: CompactToken, key: ListedKey, cryptography: Cryptography) {
  try {
    const imported = await importedKey(cryptography, key.jwk);
    return (await imported.verify(token)) ? undefined : refuse('signature-invalid');
  } catch {
    return refuse('key-not-listed', 'the listed key is not a point of P-256');
  }
}
