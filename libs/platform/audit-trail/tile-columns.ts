import { HASH_BYTES, nodeSha256, rootOfLeaves } from '#protocol';
import type { Ask } from './trail-broken.ts';
import { TrailBroken } from './trail-broken.ts';
import { readTiles } from './trail-statements.ts';

export const TILE_WIDTH = 256;

export interface Tile {
  readonly level: number;
  readonly index: number;
  readonly hashes: Uint8Array;
}

interface Column {
  index: number;
  hashes: Uint8Array[];
}

export interface TileRow {
  readonly level: number;
  readonly index: number;
  readonly hashes: Buffer;
}

/** The right edge of the tree in tiles (as in tlog-tiles): on each level the one that is not full yet. */
export class TileColumns {
  private constructor(private readonly columns: Column[]) {}

  static empty(): TileColumns {
    return new TileColumns([]);
  }

  /** As it is for a trail of this size. @throws TrailBroken where a tile is not there, or not as long as it must be */
  static async read(ask: Ask, size: number): Promise<TileColumns> {
    const columns: Column[] = [];
    for (let count = size; count > 0; count = Math.floor(count / TILE_WIDTH)) {
      columns.push({ index: Math.floor(count / TILE_WIDTH), hashes: new Array<Uint8Array>(count % TILE_WIDTH) });
    }
    const wanted = columns.map(({ index }, level) => [level, index] as const);
    const rows = await ask<TileRow>(readTiles, [wanted.map(([level]) => level), wanted.map(([, index]) => index)]);
    const found = new Map(rows.map((row) => [row.level, row.hashes]));
    for (const [level, column] of columns.entries()) {
      const length = column.hashes.length;
      const hashes = found.get(level) ?? Buffer.alloc(0);
      if (hashes.length !== length * HASH_BYTES)
        throw new TrailBroken(`tile ${level}/${column.index} is not as long as it was`);
      column.hashes = splitHashes(hashes);
    }
    return new TileColumns(columns);
  }

  /** @returns the tiles that became full with it */
  push(hash: Uint8Array, level = 0): Tile[] {
    const column = this.columns[level] ?? { index: 0, hashes: [] };
    this.columns[level] = column;
    column.hashes.push(hash);
    if (column.hashes.length < TILE_WIDTH) return [];
    const full = { level, index: column.index, hashes: Buffer.concat(column.hashes) };
    const root = rootOfLeaves(column.hashes, nodeSha256);
    this.columns[level] = { index: column.index + 1, hashes: [] };
    return [full, ...this.push(root, level + 1)];
  }

  /** The tiles that are not full. */
  open(): Tile[] {
    return this.columns.flatMap(({ index, hashes }, level) =>
      hashes.length === 0 ? [] : [{ level, index, hashes: Buffer.concat(hashes) }],
    );
  }
}

function splitHashes(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, n) =>
    bytes.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES),
  );
}
