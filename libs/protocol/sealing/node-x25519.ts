import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPair, type KeyObject } from 'node:crypto';
import { encode, KEM_DHKEM_X25519_HKDF_SHA256, type KEMFactory, type Key, LabeledExpand, LabeledExtract } from 'hpke';
import { nodeHkdf } from './node-hkdf-aes-gcm.ts';

// The frame of RFC 8410 around the 32 bytes of a private key. JWK, which is read without a search for what it may be, has
// no private keys without their public half.
const pkcs8Frame = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** An X25519 key held by node:crypto: its 32 bytes and the imported key, each made of the other once it is needed. */
export interface X25519Key extends Key {
  readonly bytes: Uint8Array;
  readonly handle: KeyObject;
}

function toKey(type: 'private' | 'public', from: Uint8Array | KeyObject, extractable: boolean): X25519Key {
  let bytes = from instanceof Uint8Array ? from : undefined;
  let handle = from instanceof Uint8Array ? undefined : from;
  if (bytes !== undefined && bytes.length !== 32) throw new RangeError('an X25519 key has 32 bytes');
  return {
    algorithm: { name: 'X25519' },
    extractable,
    type,
    get bytes() {
      bytes ??= exportBytes(this.handle);
      return bytes;
    },
    get handle() {
      handle ??= importBytes(type, this.bytes);
      return handle;
    },
  };
}

function exportBytes(handle: KeyObject): Uint8Array {
  const { d, x } = handle.export({ format: 'jwk' });
  return Uint8Array.from(Buffer.from((handle.type === 'public' ? x : d) ?? '', 'base64url'));
}

function importBytes(type: 'private' | 'public', bytes: Uint8Array): KeyObject {
  if (type === 'private') {
    return createPrivateKey({ key: Buffer.concat([pkcs8Frame, bytes]), format: 'der', type: 'pkcs8' });
  }
  const x = Buffer.from(bytes).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });
}

/** Asynchronous: the synchronous form froze Node 20 under garbage collection. */
function generate(extractable: boolean): Promise<{ privateKey: X25519Key; publicKey: X25519Key }> {
  return new Promise((resolve, reject) => {
    generateKeyPair('x25519', undefined, (error, publicKey, privateKey) => {
      if (error !== null) return reject(error);
      resolve({
        privateKey: toKey('private', privateKey, extractable),
        publicKey: toKey('public', publicKey, true),
      });
    });
  });
}

// The points of order 1, 2, 4 and 8, in each of the forms they can be written in below 2^255.
const lowOrder = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

/** Whether every agreement with this public key gives zeros (RFC 7748, sections 5 and 6.1: the last bit is not read). */
export function isOfLowOrder(publicKey: Uint8Array): boolean {
  const read = Buffer.from(publicKey);
  read[31] = (read[31] ?? 0) & 0x7f;
  return lowOrder.has(read.toString('hex'));
}

const kdf = nodeHkdf();
const suiteId = Buffer.from([...encode('KEM'), 0, 0x20]);

/** ExtractAndExpand of RFC 9180, section 4.1. */
async function sharedSecret(dh: Uint8Array, enc: Uint8Array, recipient: Uint8Array): Promise<Uint8Array> {
  // A point of low order gives zeros (RFC 9180, section 7.1.4); OpenSSL refuses them too.
  if (dh.every((byte) => byte === 0)) throw new RangeError('a shared secret of zeros');
  const prk = await LabeledExtract(kdf, suiteId, new Uint8Array(), encode('eae_prk'), dh);
  return LabeledExpand(kdf, suiteId, prk, encode('shared_secret'), Buffer.concat([enc, recipient]), 32);
}

/** DHKEM(X25519, HKDF-SHA256) of RFC 9180 on node:crypto, plugged into the HPKE library. */
export const nodeX25519: KEMFactory<X25519Key> = () => ({
  ...KEM_DHKEM_X25519_HKDF_SHA256(),
  async DeriveKeyPair() {
    throw new Error('keys are drawn here, never derived');
  },
  GenerateKeyPair: generate,
  SerializePublicKey: async (key) => key.bytes,
  SerializePrivateKey: async (key) => key.bytes,
  DeserializePublicKey: async (bytes) => toKey('public', bytes, true),
  DeserializePrivateKey: async (bytes, extractable) => toKey('private', bytes, extractable),
  async Encap(recipient) {
    const ephemeral = await generate(false);
    const dh = diffieHellman({ privateKey: ephemeral.privateKey.handle, publicKey: recipient.handle });
    const enc = ephemeral.publicKey.bytes;
    return { shared_secret: await sharedSecret(dh, enc, recipient.bytes), enc };
  },
  async Decap(enc, privateKey, publicKey) {
    if (publicKey === undefined) throw new Error('the recipient gives both halves of its key');
    const dh = diffieHellman({ privateKey: privateKey.handle, publicKey: toKey('public', enc, true).handle });
    return sharedSecret(dh, enc, publicKey.bytes);
  },
});
