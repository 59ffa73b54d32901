import type { PublicJwk } from '../key/jwk.ts';
import type { Cryptography, VerificationKey } from './cryptography.ts';

// Importing a key costs more than verifying with it. Trust lists keep their key objects, so each is imported once.
const imported = new WeakMap<Cryptography, WeakMap<PublicJwk, Promise<VerificationKey>>>();

/** @throws where the key is not a point of P-256 */
export function importedKey(cryptography: Cryptography, jwk: PublicJwk): Promise<VerificationKey> {
  let keys = imported.get(cryptography);
  if (keys === undefined) {
    keys = new WeakMap();
    imported.set(cryptography, keys);
  }
  let key = keys.get(jwk);
  if (key === undefined) {
    key = cryptography.importVerificationKey(jwk);
    keys.set(jwk, key);
  }
  return key;
}
