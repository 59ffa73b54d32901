import type { PublicJwk } from '../key/jwk.ts';
import { thumbprintOf } from '../key/thumbprint.ts';
import { Recent } from '../recent/recent.ts';
import type { Cryptography, VerificationKey } from '../signature/cryptography.ts';

interface ProofKey {
  readonly key: VerificationKey;
  readonly jkt: string;
}

const mostKept = 256;
const kept = new WeakMap<Cryptography, Recent<string, ProofKey>>();

/**
 * A gateway proves the same key for each part of each session: importing it again each time would cost more than the
 * check itself. Strangers can push keys out of here, but nothing in.
 * @returns undefined where the key is not a point of P-256
 */
export async function importedProofKey(cryptography: Cryptography, jwk: PublicJwk): Promise<ProofKey | undefined> {
  const keys = kept.get(cryptography) ?? new Recent(mostKept);
  kept.set(cryptography, keys);
  const name = `${jwk.x}.${jwk.y}`;
  const proofKey = keys.get(name) ?? (await importProofKey(cryptography, jwk));
  // Kept anew whenever it is used: those that prove one part after another outlast those seen once.
  if (proofKey !== undefined) keys.keep(name, proofKey);
  return proofKey;
}

async function importProofKey(cryptography: Cryptography, jwk: PublicJwk): Promise<ProofKey | undefined> {
  const key = await cryptography.importVerificationKey(jwk).catch(() => undefined);
  return key === undefined ? undefined : { key, jkt: await thumbprintOf(jwk) };
}
