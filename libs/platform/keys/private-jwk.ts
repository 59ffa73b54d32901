import { nodeCryptography, type PrivateJwk } from '#protocol';
import { readOrCreatePrivateFile } from './private-file.ts';

/** The key in this file, made where the file is missing. @throws where it is open to others or holds no such key */
export async function readOrCreatePrivateJwk(path: string): Promise<PrivateJwk> {
  const text = await readOrCreatePrivateFile(path, async () => JSON.stringify(await nodeCryptography.generateKey()));
  return parsePrivateJwk(path, text);
}

/** @throws never quoting what stands there: it may be a key */
export async function parsePrivateJwk(path: string, text: string): Promise<PrivateJwk> {
  try {
    const jwk = JSON.parse(text) as PrivateJwk;
    await nodeCryptography.createSigner(jwk);
    return jwk;
  } catch {
    throw new Error(`${path} does not hold an ES256 private key as a JWK`);
  }
}
