import type { Sha256 } from '../digest/sha256.ts';
import { HASH_BYTES, nodeInput, sameBytes } from './tree-hashes.ts';
import { isSize } from './tree-ranges.ts';

export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly root: Uint8Array;
  readonly path: readonly Uint8Array[];
}

export interface ConsistencyClaim {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Uint8Array;
  readonly toRoot: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** Whether the tree of this root and size has this leaf there (RFC 9162, section 2.1.3.2). */
export async function verifyInclusion(claim: InclusionClaim, sha256: Sha256): Promise<boolean> {
  const { index, size, leaf, root, path } = claim;
  if (!isSize(index) || !isSize(size) || index >= size || !areHashes([leaf, root, ...path])) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const next of path) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      hash = await sha256(nodeInput(next, hash));
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else hash = await sha256(nodeInput(hash, next));
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameBytes(hash, root);
}

/** Whether the later tree begins with the earlier one (RFC 9162, section 2.1.4.2). The empty tree begins each. */
export async function verifyConsistency(claim: ConsistencyClaim, sha256: Sha256): Promise<boolean> {
  const { from, to, fromRoot, toRoot, path } = claim;
  if (!isSize(from) || !isSize(to) || from > to || !areHashes([fromRoot, toRoot, ...path])) return false;
  if (from === to) return path.length === 0 && sameBytes(fromRoot, toRoot);
  if (from === 0) return path.length === 0;
  const [first, ...rest] = isPowerOfTwo(from) ? [fromRoot, ...path] : path;
  if (first === undefined || path.length === 0) return false;
  let [at, last, earlier, later] = [from - 1, to - 1, first, first];
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  for (const next of rest) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      [earlier, later] = [await sha256(nodeInput(next, earlier)), await sha256(nodeInput(next, later))];
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else later = await sha256(nodeInput(later, next));
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameBytes(earlier, fromRoot) && sameBytes(later, toRoot);
}

const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);
const areHashes = (hashes: readonly Uint8Array[]): boolean => hashes.every(({ length }) => length === HASH_BYTES);

function isPowerOfTwo(value: number): boolean {
  let rest = value;
  while (rest % 2 === 0) rest /= 2;
  return rest === 1;
}
