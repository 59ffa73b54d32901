import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { nodeSha256 } from '../digest/node-sha256.ts';
import { type PrivateJwk, type PublicJwk, publicJwkOf } from '../key/jwk.ts';
import { thumbprintOf } from '../key/thumbprint.ts';
import { type Cryptography, headerOf, type SignBytes, type Signer, type VerificationKey } from './cryptography.ts';
import { webCryptography } from './web-cryptography.ts';

/** Through node:crypto: half the processor time of WebCrypto. Servers pass this one. */
export const nodeCryptography: Cryptography = {
  importVerificationKey,
  createSigner,
  generateKey: webCryptography.generateKey,
  sha256: nodeSha256,
  verifyBytes: webCryptography.verifyBytes,
};

/**
 * Has node:crypto put r and s side by side, as JWS wants them (RFC 7518, section 3.4), not in DER. Said on the key itself:
 * of an object with key and encoding in it, node:crypto first finds out that it is no key, which takes as long as signing.
 */
function withRawSignatures(key: KeyObject): KeyObject {
  return Object.defineProperty(key, 'dsaEncoding', { value: 'ieee-p1363' });
}

async function importVerificationKey(jwk: PublicJwk): Promise<VerificationKey> {
  const key = withRawSignatures(createPublicKey({ key: { ...publicJwkOf(jwk) }, format: 'jwk' }));
  return { verify: (token) => verify('sha256', Buffer.from(token.signingInput), key, token.signature) };
}

async function createSigner(jwk: PrivateJwk): Promise<Signer> {
  const key = withRawSignatures(createPrivateKey({ key: { ...jwk }, format: 'jwk' }));
  return signerOf(publicJwkOf(jwk), async (bytes) => sign('sha256', bytes, key));
}

/** A signer whose private key lies wherever `signBytes` reaches: in this process, in a security module. */
export async function signerOf(publicJwk: PublicJwk, signBytes: SignBytes): Promise<Signer> {
  const kid = await thumbprintOf(publicJwk);
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return {
    kid,
    publicJwk,
    async sign(input) {
      const signingInput = `${encode(headerOf(input, kid, publicJwk))}.${encode(input.payload)}`;
      const signature = await signBytes(Buffer.from(signingInput));
      if (signature.length !== 64) throw new Error('the signature is not r and s');
      return `${signingInput}.${Buffer.from(signature).toString('base64url')}`;
    },
  };
}
