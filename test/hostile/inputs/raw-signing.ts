import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { encodeBase64url, nodeCryptography, type PrivateJwk, type Signer } from '#protocol';

const privateKeys = new Map<string, KeyObject>();

/** A key of a test, which may sign what no signer of ours would. */
export async function createKey(): Promise<Signer> {
  const jwk = await nodeCryptography.generateKey();
  const signer = await nodeCryptography.createSigner(jwk);
  knowPrivateKey(signer.kid, jwk);
  return signer;
}

export function knowPrivateKey(kid: string, jwk: PrivateJwk): void {
  privateKeys.set(kid, createPrivateKey({ key: { ...jwk }, format: 'jwk' }));
}

export const part = (value: unknown): string =>
  encodeBase64url(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));

/** Signs any header over any payload. */
export const signAs = (signer: Signer, header: object, payload: object): string =>
  signText(signer, JSON.stringify(header), JSON.stringify(payload));

export function signText(signer: Signer, header: string, payload: string): string {
  const key = privateKeys.get(signer.kid);
  if (key === undefined) throw new Error('its private key is not known here');
  const input = `${part(header)}.${part(payload)}`;
  return `${input}.${sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}
