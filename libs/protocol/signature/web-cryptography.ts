import { CompactSign, compactVerify, exportJWK, generateKeyPair, importJWK } from 'jose';
import { webSha256 } from '../digest/sha256.ts';
import { type PrivateJwk, type PublicJwk, publicJwkOf } from '../key/jwk.ts';
import { thumbprintOf } from '../key/thumbprint.ts';
import { type Cryptography, headerOf, type Signer, type VerificationKey } from './cryptography.ts';
import { verifyBytes } from './verify-bytes.ts';

const algorithm = 'ES256';
const utf8 = new TextEncoder();

/** Through jose and WebCrypto: browsers and servers. */
export const webCryptography: Cryptography = {
  importVerificationKey,
  createSigner,
  generateKey,
  sha256: webSha256,
  verifyBytes,
};

async function importVerificationKey(jwk: PublicJwk): Promise<VerificationKey> {
  const key = await importJWK({ ...publicJwkOf(jwk) }, algorithm);
  return {
    async verify(token) {
      try {
        await compactVerify(token.raw, key, { algorithms: [algorithm] });
        return true;
      } catch {
        return false;
      }
    },
  };
}

async function createSigner(jwk: PrivateJwk): Promise<Signer> {
  const key = await importJWK({ ...jwk }, algorithm);
  const publicJwk = publicJwkOf(jwk);
  const kid = await thumbprintOf(publicJwk);
  return {
    kid,
    publicJwk,
    sign: (input) =>
      new CompactSign(utf8.encode(JSON.stringify(input.payload)))
        .setProtectedHeader(headerOf(input, kid, publicJwk))
        .sign(key),
  };
}

async function generateKey(): Promise<PrivateJwk> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = (await exportJWK(privateKey)) as PrivateJwk;
  return { ...publicJwkOf(jwk), d: jwk.d };
}
