import type { PublicJwk } from '../key/jwk.ts';
import { thumbprintOf } from '../key/thumbprint.ts';
import type { Cryptography, VerificationKey } from '../signature/cryptography.ts';

interface ProofKey {
  readonly key: VerificationKey;
  readonly jkt: string;
}

const mostKept = 256;
const kept = new WeakMap<Cryptography, Map<string, ProofKey>>();

/**
 * A gateway proves the same key for each part of each session: importing it again each time would cost more than the
 * check itself. Strangers can push keys out of here, but nothing in.
 * @returns undefined where the key is not a point of P-256
 */
export async function importedProofKey(cryptography: Cryptography, jwk: PublicJwk): Promise<ProofKey | undefined> {
  const keys = kept.get(cryptography) ?? new Map<string, ProofKey>();
  kept.set(cryptography, keys);
  const name = `${jwk.x}.${jwk.y}`;
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = await cryptography.importVerificationKey(jwk).catch(() => undefined);
  if (key === undefined) return undefined;
  const proofKey = { key, jkt: await thumbprintOf(jwk) };
  const oldest = keys.keys().next().value;
  if (keys.size >= mostKept && oldest !== undefined) keys.delete(oldest);
  keys.set(name, proofKey);
  return proofKey;
}
