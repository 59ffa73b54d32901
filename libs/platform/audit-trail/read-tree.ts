import {
  consistencyRanges,
  foldHashes,
  HASH_BYTES,
  inclusionRanges,
  type LeafRange,
  nodeSha256,
  nodesOf,
  rootOfLeaves,
  type TreeNode,
} from '#protocol';
import { TILE_WIDTH, type TileRow } from './tile-columns.ts';
import { type Ask, TrailBroken } from './trail-broken.ts';
import { readTiles } from './trail-statements.ts';

const LEVELS_PER_TILE = Math.log2(TILE_WIDTH);

/** Where the hashes lie of which that of a complete subtree is made. */
function placeOf({ level, index }: TreeNode) {
  const count = 2 ** (level % LEVELS_PER_TILE);
  const first = index * count;
  return {
    level: Math.floor(level / LEVELS_PER_TILE),
    tile: Math.floor(first / TILE_WIDTH),
    offset: (first % TILE_WIDTH) * HASH_BYTES,
    length: count * HASH_BYTES,
  };
}

/** The hashes of complete subtrees, from as many rows as there are tiles. @throws TrailBroken where one is not there */
export async function readNodes(ask: Ask, nodes: readonly TreeNode[]): Promise<Uint8Array[]> {
  const places = nodes.map(placeOf);
  const keys = [...new Map(places.map(({ level, tile }) => [`${level}/${tile}`, [level, tile]])).values()];
  const values = [keys.map(([level]) => level), keys.map(([, tile]) => tile)];
  const rows = keys.length === 0 ? [] : await ask<TileRow>(readTiles, values);
  const tiles = new Map(rows.map(({ level, index, hashes }) => [`${level}/${index}`, hashes]));
  return places.map(({ level, tile, offset, length }) => {
    const hashes = tiles.get(`${level}/${tile}`)?.subarray(offset, offset + length);
    if (hashes?.length !== length) throw new TrailBroken(`tile ${level}/${tile} is not as long as it was`);
    const parts = Array.from({ length: length / HASH_BYTES }, (_, n) =>
      hashes.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES),
    );
    return rootOfLeaves(parts, nodeSha256);
  });
}

async function hashRanges(ask: Ask, ranges: readonly LeafRange[]): Promise<Uint8Array[]> {
  const each = ranges.map(nodesOf);
  const hashes = await readNodes(ask, each.flat());
  let at = 0;
  return each.map((nodes) => {
    at += nodes.length;
    return foldHashes(hashes.slice(at - nodes.length, at), nodeSha256);
  });
}

/** Root of the tree over the first `size` entries. */
export async function readRoot(ask: Ask, size: number): Promise<Uint8Array> {
  const [root = foldHashes([], nodeSha256)] = await hashRanges(ask, size === 0 ? [] : [{ begin: 0, end: size }]);
  return root;
}

/** @throws RangeError where `from` is beyond `to` */
export function readConsistency(ask: Ask, from: number, to: number): Promise<Uint8Array[]> {
  return hashRanges(ask, consistencyRanges(from, to));
}

/** @throws RangeError where there is no such leaf in that size */
export async function readInclusion(ask: Ask, index: number, size: number) {
  const [leaf = new Uint8Array(0)] = await readNodes(ask, [{ level: 0, index }]);
  return { leaf, path: await hashRanges(ask, inclusionRanges(index, size)) };
}
