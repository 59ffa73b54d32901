import type { PublicJwk } from '../key/jwk.ts';
import { Recent } from '../recent/recent.ts';
import type { Cryptography, SignedBytes, VerificationKey } from './cryptography.ts';

/** Beyond it the key that was asked for longest ago is imported again when it is needed. */
const MOST_KEPT = 10_000;

// Importing a key costs more than verifying with it. Kept by the point itself: the same key of a newer trust list is found.
const imported = new WeakMap<Cryptography, Recent<string, Promise<VerificationKey>>>();

/** @throws where the key is not a point of P-256 */
export function importedKey(cryptography: Cryptography, jwk: PublicJwk): Promise<VerificationKey> {
  const keys = imported.get(cryptography) ?? new Recent(MOST_KEPT);
  imported.set(cryptography, keys);
  const name = `${jwk.x}.${jwk.y}`;
  const key = keys.get(name) ?? cryptography.importVerificationKey(jwk);
  keys.keep(name, key);
  return key;
}

/** False also where the key is not a point of P-256. */
export async function isSignedBy(jwk: PublicJwk, token: SignedBytes, cryptography: Cryptography): Promise<boolean> {
  try {
    return await (await importedKey(cryptography, jwk)).verify(token);
  } catch {
    return false;
  }
}
