import { chainStart, encodeBase64url, HASH_BYTES, nextInChain, nodeSha256, sameBytes } from '#protocol';
import { CompactTree } from './compact-tree.ts';
import { type Tile, TileColumns, type TileRow } from './tile-columns.ts';
import { type Ask, TrailBroken } from './trail-broken.ts';
import { type EntryRow, leafOf } from './trail-check.ts';
import { findTileBeyond, readCheckpoints, readEntries, readTiles } from './trail-statements.ts';

const STEP = 2000;

/** Where a trail stood once, in its own signed words. */
export interface Stand {
  readonly size: number;
  readonly root: string;
  readonly head: string;
  /** `this role`, or the participant that kept it. */
  readonly keptBy: string;
}

export interface WrongEntries {
  readonly index: number;
  /** The last one, where it is only known that one of several is wrong. */
  readonly to?: number;
  readonly why: string;
}

export interface TrailVerdict {
  readonly entries: number;
  readonly checkpoints: number;
  readonly firstWrong?: WrongEntries;
}

export interface TrailToVerify {
  readonly ask: Ask;
  /** Checks an own checkpoint. @throws TrailBroken */
  readonly verifyOwn: (token: string) => Promise<Omit<Stand, 'keptBy'>>;
  /** Copies that witnesses gave, verified as signed by this role. */
  readonly witnessed: readonly Stand[];
}

/**
 * Recomputes a trail from its entries: leaves, chain, tiles, and the tree at each size that was ever signed. Memory is
 * bounded, but for the checkpoints: one hash or two for each.
 */
export async function verifyTrail(trail: TrailToVerify): Promise<TrailVerdict> {
  const own: Stand[] = [];
  const walk = new Walk();
  try {
    for await (const stand of readOwn(trail)) own.push(stand);
    const stands = [...own, ...trail.witnessed].sort((one, other) => one.size - other.size);
    await walk.go(trail.ask, stands);
    checkOwn(own, trail.witnessed, walk.size);
  } catch (error) {
    if (!(error instanceof TrailBroken)) throw error;
    const { index = walk.agreed, why } = error;
    const to = walk.wrongTo === undefined || walk.wrongTo <= index ? {} : { to: walk.wrongTo };
    return { entries: walk.size, checkpoints: own.length, firstWrong: { index, ...to, why } };
  }
  return { entries: walk.size, checkpoints: own.length };
}

async function* readOwn({ ask, verifyOwn }: TrailToVerify): AsyncGenerator<Stand> {
  for (let after = 0; ; ) {
    const rows = await ask<{ size: number; token: string }>(readCheckpoints, [after, STEP]);
    for (const { size, token } of rows) {
      const stand = await verifyOwn(token);
      if (stand.size !== size) throw new TrailBroken(`a checkpoint stands at ${size} that is of ${stand.size}`, 0);
      yield { size, root: stand.root, head: stand.head, keptBy: 'this role' };
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.size;
  }
}

/** Someone took away what was signed: what comes after the last that is left, nobody vouches for here. */
function checkOwn(own: readonly Stand[], witnessed: readonly Stand[], entries: number): void {
  const sizes = new Set(own.map(({ size }) => size));
  const gone = witnessed.find(({ size }) => !sizes.has(size));
  const before = (size: number) => own.filter((stand) => stand.size < size).at(-1)?.size ?? 0;
  if (gone !== undefined)
    throw new TrailBroken(
      `the own checkpoint of ${gone.size} that ${gone.keptBy} has a copy of is gone`,
      before(gone.size),
    );
  if (own.length === 0 && entries > 0) throw new TrailBroken('there is no own checkpoint', 0);
}

/** One pass over the entries. */
class Walk {
  size = 0;
  /** As far as what was signed agrees with the entries. */
  agreed = 0;
  /** The last entry of a range in which a wrong one lies. */
  wrongTo: number | undefined;
  private head = chainStart();
  private readonly tree = new CompactTree();
  private readonly columns = TileColumns.empty();

  async go(ask: Ask, stands: readonly Stand[]): Promise<void> {
    const rest = [...stands];
    for (;;) {
      const rows = await ask<EntryRow>(readEntries, [this.size, STEP]);
      const full: Tile[] = [];
      for (const row of rows) {
        full.push(...this.add(row));
        while (rest[0]?.size === this.size) this.compare(rest.shift() as Stand);
      }
      await compareTiles(ask, full);
      if (rows.length < STEP) break;
    }
    const [missing] = rest;
    if (missing !== undefined) {
      this.wrongTo = missing.size - 1;
      throw new TrailBroken(`entries are gone that a checkpoint kept by ${missing.keptBy} covers`, this.agreed);
    }
    await compareTiles(ask, this.columns.open());
    const [beyond] = await ask<{ index: number }>(findTileBeyond, [Math.ceil(this.size / 256) - 1]);
    if (beyond !== undefined) throw new TrailBroken('there are tiles for more entries', this.size);
  }

  private add({ index, entry, chain }: EntryRow): Tile[] {
    if (index !== this.size) throw new TrailBroken('the entry is gone', this.size);
    const leaf = leafOf(entry);
    this.head = nextInChain(this.head, leaf, nodeSha256);
    if (!sameBytes(this.head, chain)) throw new TrailBroken('the entry does not fit the chain', index);
    this.tree.push(leaf);
    this.size += 1;
    return this.columns.push(leaf);
  }

  private compare({ size, root, head, keptBy }: Stand): void {
    const agrees = encodeBase64url(this.tree.root()) === root && encodeBase64url(this.head) === head;
    if (agrees) this.agreed = size;
    else {
      this.wrongTo = size - 1;
      throw new TrailBroken(`the trail is not the one of the checkpoint of ${size} kept by ${keptBy}`, this.agreed);
    }
  }
}

async function compareTiles(ask: Ask, tiles: readonly Tile[]): Promise<void> {
  const rows = await ask<TileRow>(readTiles, [tiles.map(({ level }) => level), tiles.map(({ index }) => index)]);
  const kept = new Map(rows.map((row) => [`${row.level}/${row.index}`, row.hashes]));
  for (const { level, index, hashes } of tiles) {
    const stored = kept.get(`${level}/${index}`) ?? Buffer.alloc(0);
    if (sameBytes(stored, hashes)) continue;
    let first = 0;
    while (first < hashes.length && stored[first] === hashes[first]) first++;
    const leaf = (index * 256 + Math.floor(Math.min(first, hashes.length - 1) / HASH_BYTES)) * 256 ** level;
    throw new TrailBroken(`tile ${level}/${index} does not fit the entries`, leaf);
  }
}
