import { isRefusal, type Refusal, refuse } from '#domain';
import { decodeBase64url, encodeBase64url } from '../digest/base64url.ts';
import { type Digest, digestOf } from '../digest/sha256.ts';
import type { Cryptography } from '../signature/cryptography.ts';
import { type JsonObject, parseStrictJson } from '../strict-json/parse-strict-json.ts';
import type { PasskeyEvidence } from './passkey-evidence.ts';

const [userPresent, userVerified] = [0x01, 0x04];

/**
 * Whether who holds this passkey said yes to this challenge, herself verified by her authenticator. Needs no one online;
 * that the passkey is hers is the word of whoever signed the evidence.
 *
 * @returns `passkey-refused` with what is wrong
 */
export async function verifyAssertion(
  evidence: Omit<PasskeyEvidence, 'digests'>,
  challenge: Digest,
  { sha256, verifyBytes }: Pick<Cryptography, 'sha256' | 'verifyBytes'>,
): Promise<Refusal | undefined> {
  const clientData = decodeBase64url(evidence.clientDataJSON);
  const authenticatorData = decodeBase64url(evidence.authenticatorData);
  const signature = decodeBase64url(evidence.signature);
  if (clientData === undefined || authenticatorData === undefined || signature === undefined)
    return refuse('passkey-refused', 'not base64url');
  const said = parseStrictJson(clientData);
  if (isRefusal(said) || typeof said !== 'object' || said === null || Array.isArray(said))
    return refuse('passkey-refused', 'clientDataJSON');
  const wrong = wrongInClientData(said, challenge) ?? (await wrongInAuthenticatorData(said, authenticatorData, sha256));
  if (wrong !== undefined) return refuse('passkey-refused', wrong);
  const signed = new Uint8Array([...authenticatorData, ...(await sha256(clientData))]);
  return (await verifyBytes(evidence.publicKey, signed, signature))
    ? undefined
    : refuse('passkey-refused', 'signature');
}

function wrongInClientData(said: JsonObject, challenge: Digest): string | undefined {
  if (said['type'] !== 'webauthn.get') return 'type';
  if (said['challenge'] !== challenge) return 'challenge';
  return said['crossOrigin'] === undefined || said['crossOrigin'] === false ? undefined : 'crossOrigin';
}

async function wrongInAuthenticatorData(
  said: JsonObject,
  bytes: Uint8Array,
  sha256: Cryptography['sha256'],
): Promise<string | undefined> {
  const flags = bytes[32] ?? 0;
  if (bytes.length < 37) return 'authenticatorData';
  if ((flags & userPresent) === 0 || (flags & userVerified) === 0) return 'flags';
  const origin = said['origin'];
  if (typeof origin !== 'string' || !URL.canParse(origin)) return 'origin';
  // Here the passkeys are bound to the whole host of the page, never to a domain above it.
  const host = await digestOf(new URL(origin).hostname, sha256);
  return encodeBase64url(bytes.subarray(0, 32)) === host ? undefined : 'rpIdHash';
}
