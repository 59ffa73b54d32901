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

/** Both halves, to open with; each imported once. */
export interface RecipientKeyPair extends RecipientKey {
  readonly privateKey: Readonly<X25519Key>;
}

/** Strict: a private key sent by mistake is refused, not used. */
export const recipientJwk = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('X25519'),
  x: z.string().refine((x) => decodeBase64url(x)?.length === 32),
}) satisfies z.ZodType<RecipientJwk>;

/** A fresh key for one session. */
export async function createRecipientKey(): Promise<RecipientKeyPair> {
  const { privateKey, publicKey: imported } = await hpkeSuite.GenerateKeyPair(true);
  const x = encodeBase64url(await hpkeSuite.SerializePublicKey(imported));
  return { jwk: { kty: 'OKP', crv: 'X25519', x }, imported, privateKey };
}

export async function exportRecipientKey({ jwk, privateKey }: RecipientKeyPair): Promise<RecipientPrivateJwk> {
  return { ...jwk, d: encodeBase64url(await hpkeSuite.SerializePrivateKey(privateKey)) };
}

/** @param key of `exportRecipientKey` */
export async function restoreRecipientKey({ d, ...jwk }: RecipientPrivateJwk): Promise<RecipientKeyPair> {
  const [privateBytes, publicBytes] = [decodeBase64url(d), decodeBase64url(jwk.x)];
  if (privateBytes === undefined || publicBytes === undefined) throw new TypeError('not an X25519 private key');
  const [privateKey, imported] = await Promise.all([
    hpkeSuite.DeserializePrivateKey(privateBytes),
    hpkeSuite.DeserializePublicKey(publicBytes),
  ]);
  return { jwk, imported, privateKey };
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
