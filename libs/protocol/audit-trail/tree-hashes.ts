/** SHA-256 without waiting, for those who hash entries by the thousand. */
export type SyncSha256 = (bytes: Uint8Array) => Uint8Array;

export const HASH_BYTES = 32;

/** What is hashed for a leaf (RFC 9162, section 2.1.1). */
export function leafInput(entry: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + entry.length);
  input.set(entry, 1);
  return input;
}

/** What is hashed for two subtrees: another first byte, so that no entry can pass for a pair of them. */
export function nodeInput(left: Uint8Array, right: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + left.length + right.length);
  input[0] = 1;
  input.set(left, 1);
  input.set(right, 1 + left.length);
  return input;
}

export const hashLeaf = (entry: Uint8Array, sha256: SyncSha256): Uint8Array => sha256(leafInput(entry));
export const hashNode = (left: Uint8Array, right: Uint8Array, sha256: SyncSha256): Uint8Array =>
  sha256(nodeInput(left, right));

/** @param hashes of the complete subtrees of a range, from left to right; of the empty tree, none */
export function foldHashes(hashes: readonly Uint8Array[], sha256: SyncSha256): Uint8Array {
  const last = hashes.at(-1);
  if (last === undefined) return sha256(new Uint8Array(0));
  return hashes.slice(0, -1).reduceRight((right, left) => hashNode(left, right, sha256), last);
}

/** The root over leaf hashes held in memory. @param leaves a power of two of them, or any number */
export function rootOfLeaves(leaves: readonly Uint8Array[], sha256: SyncSha256): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array(0));
  let row = [...leaves];
  while (row.length > 1) {
    // One without a neighbour goes up as it is: on each level only the last can be incomplete.
    const next: Uint8Array[] = [];
    for (let at = 0; at < row.length; at += 2) {
      const [left, right] = [row[at] as Uint8Array, row[at + 1]];
      next.push(right === undefined ? left : hashNode(left, right, sha256));
    }
    row = next;
  }
  return row[0] as Uint8Array;
}

/** The head of a trail's hash chain after one more entry; the chain begins with 32 zero bytes. */
export function nextInChain(head: Uint8Array, leaf: Uint8Array, sha256: SyncSha256): Uint8Array {
  const input = new Uint8Array(head.length + leaf.length);
  input.set(head);
  input.set(leaf, head.length);
  return sha256(input);
}

export const chainStart = (): Uint8Array => new Uint8Array(HASH_BYTES);

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
