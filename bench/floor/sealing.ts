import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPair,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';

export interface AgreementKeys {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export function generateAgreementKeys(): Promise<AgreementKeys> {
  return new Promise((resolve, reject) => {
    generateKeyPair('x25519', undefined, (error, publicKey, privateKey) =>
      error === null ? resolve({ publicKey, privateKey }) : reject(error),
    );
  });
}

export const readPublicKey = (x: string): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });

const xOf = (key: KeyObject): string => key.export({ format: 'jwk' }).x ?? '';

export { xOf as publicBytesOf };

/** Key (32 bytes) and nonce (12) as HPKE draws them from one agreement, in fewer hashes than RFC 9180 asks for. */
function keyAndNonce(privateKey: KeyObject, publicKey: KeyObject): readonly [Buffer, Buffer] {
  const secret = diffieHellman({ privateKey, publicKey });
  const drawn = Buffer.from(hkdfSync('sha256', secret, '', 'assent bench', 44));
  return [drawn.subarray(0, 32), drawn.subarray(32)];
}

/** @returns the encapsulated key (32 bytes), the ciphertext, the tag (16 bytes) */
export async function seal(recipient: KeyObject, plaintext: Uint8Array): Promise<Buffer> {
  const ephemeral = await generateAgreementKeys();
  const [key, nonce] = keyAndNonce(ephemeral.privateKey, recipient);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const encapsulated = Buffer.from(xOf(ephemeral.publicKey), 'base64url');
  return Buffer.concat([encapsulated, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** @throws where the bytes were not sealed to this key */
export function open(recipient: KeyObject, sealed: Buffer): Buffer {
  const sender = readPublicKey(sealed.subarray(0, 32).toString('base64url'));
  const [key, nonce] = keyAndNonce(recipient, sender);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(32, -16)), decipher.final()]);
}
