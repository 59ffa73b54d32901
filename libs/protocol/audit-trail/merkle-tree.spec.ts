import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeSha256 } from '../digest/node-sha256.ts';
import { foldHashes, hashLeaf, hashNode, rootOfLeaves } from './tree-hashes.ts';
import { consistencyRanges, inclusionRanges, type LeafRange, nodesOf } from './tree-ranges.ts';
import { verifyConsistency, verifyInclusion } from './verify-proofs.ts';

interface Vectors {
  readonly leaves: string[];
  readonly roots: string[];
  readonly inclusion: { leaf: number; size: number; proof: string[] }[];
  readonly consistency: { from: number; to: number; proof: string[] }[];
}
const vectors = JSON.parse(
  readFileSync(new URL('./vectors/certificate-transparency.json', import.meta.url), 'utf8'),
) as Vectors;
const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const leafOf = (entry: Uint8Array) => hashLeaf(entry, nodeSha256);
const numbered = (size: number) => Array.from({ length: size }, (_, n) => leafOf(Buffer.from(`entry ${n}`)));

/** Straight from RFC 9162, section 2.1.1, to hold the code against. */
function mth(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return nodeSha256(new Uint8Array(0));
  if (leaves.length === 1) return leaves[0] as Uint8Array;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return hashNode(mth(leaves.slice(0, k)), mth(leaves.slice(k)), nodeSha256);
}

const hashOf = (leaves: readonly Uint8Array[], range: LeafRange) =>
  foldHashes(
    nodesOf(range).map(({ level, index }) => mth(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))),
    nodeSha256,
  );
const inclusion = (leaves: readonly Uint8Array[], index: number, size: number) =>
  inclusionRanges(index, size).map((range) => hashOf(leaves, range));
const consistency = (leaves: readonly Uint8Array[], from: number, to: number) =>
  consistencyRanges(from, to).map((range) => hashOf(leaves, range));

describe('the reference tests of Certificate Transparency', () => {
  const leaves = vectors.leaves.map((text) => leafOf(hex(text)));

  test.each(vectors.roots.map((root, size) => [size, root] as const))('the root of %i leaves', (size, root) => {
    expect(toHex(mth(leaves.slice(0, size)))).toBe(root);
    expect(toHex(rootOfLeaves(leaves.slice(0, size), nodeSha256))).toBe(root);
    expect(toHex(hashOf(leaves, { begin: 0, end: size }))).toBe(root);
  });

  test.each(vectors.inclusion)('the proof that leaf $leaf is among $size', async ({ leaf, size, proof }) => {
    const path = inclusion(leaves, leaf - 1, size);
    expect(path.map(toHex)).toEqual(proof);
    const root = hex(vectors.roots[size] ?? '');
    const claim = { index: leaf - 1, size, leaf: leaves[leaf - 1] as Uint8Array, root, path };
    expect(await verifyInclusion(claim, nodeSha256)).toBe(true);
  });

  test.each(vectors.consistency)('the proof that $to leaves begin with $from', async ({ from, to, proof }) => {
    const path = consistency(leaves, from, to);
    expect(path.map(toHex)).toEqual(proof);
    const [fromRoot, toRoot] = [hex(vectors.roots[from] ?? ''), hex(vectors.roots[to] ?? '')];
    expect(await verifyConsistency({ from, to, fromRoot, toRoot, path }, nodeSha256)).toBe(true);
  });
});

describe('every tree up to 40 leaves', () => {
  const leaves = numbered(40);
  const roots = Array.from({ length: 41 }, (_, size) => mth(leaves.slice(0, size)));

  test('proves each of its leaves, at its place and in its size alone', async () => {
    for (let size = 1; size <= 40; size++) {
      for (let index = 0; index < size; index++) {
        const claim = {
          index,
          size,
          leaf: leaves[index] as Uint8Array,
          root: roots[size] as Uint8Array,
          path: inclusion(leaves, index, size),
        };
        expect(await verifyInclusion(claim, nodeSha256)).toBe(true);
        expect(await verifyInclusion({ ...claim, leaf: roots[0] as Uint8Array }, nodeSha256)).toBe(false);
        for (let other = 0; other < size; other++)
          if (other !== index) expect(await verifyInclusion({ ...claim, index: other }, nodeSha256)).toBe(false);
      }
    }
  });

  test('proves that it begins with each smaller one', async () => {
    for (let to = 0; to <= 40; to++) {
      for (let from = 0; from <= to; from++) {
        const path = consistency(leaves, from, to);
        const claim = { from, to, fromRoot: roots[from] as Uint8Array, toRoot: roots[to] as Uint8Array, path };
        expect(await verifyConsistency(claim, nodeSha256)).toBe(true);
        if (from === 0 || from === to) continue;
        for (const wrong of [from - 1, from + 1])
          expect(await verifyConsistency({ ...claim, from: wrong }, nodeSha256)).toBe(false);
      }
    }
  });
});

const size = fc.integer({ min: 1, max: 700 });
const drawn = fc.tuple(size, fc.nat(), fc.nat(), fc.nat({ max: 255 }));
const flip = (hash: Uint8Array, bit: number) =>
  hash.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
const flipOne = (path: readonly Uint8Array[], nth: number, bit: number) =>
  path.map((hash, at) => (at === nth % path.length ? flip(hash, bit) : hash));

describe('a proof', () => {
  const leaves = numbered(700);

  test('of inclusion holds, and with any bit flipped or a hash more or less does not', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async ([size, at, nth, bit]) => {
        const index = at % size;
        const root = rootOfLeaves(leaves.slice(0, size), nodeSha256);
        const claim = { index, size, leaf: leaves[index] as Uint8Array, root, path: inclusion(leaves, index, size) };
        const holds = (change: Partial<typeof claim>) => verifyInclusion({ ...claim, ...change }, nodeSha256);
        expect(await holds({})).toBe(true);
        expect(await holds({ root: flip(root, bit) })).toBe(false);
        expect(await holds({ leaf: flip(claim.leaf, bit) })).toBe(false);
        expect(await holds({ path: [...claim.path, root] })).toBe(false);
        expect(await holds({ size: size * 2 })).toBe(false);
        expect(await holds({ index: size })).toBe(false);
        if (claim.path.length === 0) return;
        expect(await holds({ path: claim.path.slice(1) })).toBe(false);
        expect(await holds({ path: flipOne(claim.path, nth, bit) })).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('of consistency holds, and with any bit flipped or a hash more or less does not', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async ([to, at, nth, bit]) => {
        const from = 1 + (at % to);
        const rootOf = (size: number) => rootOfLeaves(leaves.slice(0, size), nodeSha256);
        const claim = { from, to, fromRoot: rootOf(from), toRoot: rootOf(to), path: consistency(leaves, from, to) };
        const holds = (change: Partial<typeof claim>) => verifyConsistency({ ...claim, ...change }, nodeSha256);
        expect(await holds({})).toBe(true);
        expect(await holds({ fromRoot: flip(claim.fromRoot, bit) })).toBe(false);
        expect(await holds({ toRoot: flip(claim.toRoot, bit) })).toBe(false);
        expect(await holds({ path: [...claim.path, claim.toRoot] })).toBe(false);
        expect(await holds({ from: to + 1 })).toBe(false);
        if (claim.path.length === 0) return;
        expect(await holds({ path: claim.path.slice(1) })).toBe(false);
        expect(await holds({ path: flipOne(claim.path, nth, bit) })).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
