import { z } from 'zod';
import { type Refusal, refuse } from '#domain';
import { decodeBase64url, encodeBase64url } from '../digest/base64url.ts';
import { hpkeSuite } from './hpke-suite.ts';
import { isOfLowOrder, type X25519Key } from './node-x25519.ts';

/** An X25519 public key (RFC 8037): `x` is 32 bytes in base64url. */
export interface RecipientJwk {
  readonly kty: 'OKP';
  readonly crv: 'X25519';
  readonly x: string;
}

/** The private form, for encrypted storage. */
export interface RecipientPrivateJwk extends RecipientJwk {
  readonly d: string;
}

/** A recipient's public key, checked and imported once. */
export interface RecipientKey {
  readonly jwk: RecipientJwk;
  readonly imported: Readonly<X25519Key>;
}

/** Strict: a private key sent by mistake is refused, not used. */
export const recipientJwk = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('X25519'),
  x: z.string().refine((x) => decodeBase64url(x)?.length === 32),
}) satisfies z.ZodType<RecipientJwk>;

/** A fresh key for one session. */
export async function createRecipientKey(): Promise<RecipientPrivateJwk> {
  const { privateKey, publicKey } = await hpkeSuite.GenerateKeyPair(true);
  const [d, x] = await Promise.all([
    hpkeSuite.SerializePrivateKey(privateKey),
    hpkeSuite.SerializePublicKey(publicKey),
  ]);
  return { kty: 'OKP', crv: 'X25519', x: encodeBase64url(x), d: encodeBase64url(d) };
}

export function publicRecipientJwk(key: RecipientJwk): RecipientJwk {
  return { kty: key.kty, crv: key.crv, x: key.x };
}

/**
 * A key of low order makes every shared secret zero, so that anyone can open what is sealed to it (RFC 7748, section
 * 6.1).
 * @returns refusal: `recipient-key-invalid`
 */
export async function importRecipientKey(jwk: unknown): Promise<RecipientKey | Refusal> {
  const parsed = recipientJwk.safeParse(jwk);
  const bytes = parsed.success ? decodeBase64url(parsed.data.x) : undefined;
  if (!parsed.success || bytes === undefined) return refuse('recipient-key-invalid', 'not an X25519 public key');
  if (isOfLowOrder(bytes)) return refuse('recipient-key-invalid', 'a point of low order');
  return { jwk: parsed.data, imported: await hpkeSuite.DeserializePublicKey(bytes) };
}
