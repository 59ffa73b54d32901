import { createCipheriv, createDecipheriv, createHmac, createSecretKey } from 'node:crypto';
import { AEAD_AES_256_GCM, type AEADFactory, KDF_HKDF_SHA256, type KDFFactory } from 'hpke';

/**
 * HKDF-SHA256 and AES-256-GCM on node:crypto, plugged into the HPKE library: sealing a part takes eight HMACs of some
 * bytes, and through WebCrypto each is a key import and a thread hop (docs/decisions/0002). Bytes are made keys first:
 * node:crypto spends more on finding out that they are none than on the cipher.
 */
const tagBytes = 16;

export const nodeHkdf: KDFFactory = () => ({
  ...KDF_HKDF_SHA256(),
  async Extract(salt, ikm) {
    return createHmac('sha256', createSecretKey(salt)).update(ikm).digest();
  },
  async Expand(prk, info, length) {
    return expand(prk, info, length);
  },
});

/** RFC 5869, section 2.3. */
function expand(prk: Uint8Array, info: Uint8Array, length: number): Uint8Array {
  const key = createSecretKey(prk);
  const blocks: Uint8Array[] = [];
  for (let n = 1; n <= Math.ceil(length / 32); n += 1) {
    const mac = createHmac('sha256', key).update(blocks.at(-1) ?? new Uint8Array());
    blocks.push(mac.update(info).update(Uint8Array.of(n)).digest());
  }
  return Uint8Array.from(Buffer.concat(blocks).subarray(0, length));
}

export const nodeAesGcm: AEADFactory = () => ({
  ...AEAD_AES_256_GCM(),
  async Seal(key, nonce, aad, plaintext) {
    const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce).setAAD(aad);
    return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  },
  async Open(key, nonce, aad, ciphertext) {
    if (ciphertext.length < tagBytes) throw new RangeError('shorter than its tag');
    const end = ciphertext.length - tagBytes;
    const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), nonce, { authTagLength: tagBytes }).setAAD(
      aad,
    );
    decipher.setAuthTag(ciphertext.subarray(end));
    return Buffer.concat([decipher.update(ciphertext.subarray(0, end)), decipher.final()]);
  },
});
