import { chainStart, encodeBase64url, HASH_BYTES, nextInChain, nodeSha256, sameBytes } from '#protocol';
import { CompactTree } from './compact-tree.ts';
import { TILE_WIDTH, type Tile, TileColumns, type TileRow } from './tile-columns.ts';
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
 * bounded, but for the copies that witnesses gave.
 */
export async function verifyTrail(trail: TrailToVerify): Promise<TrailVerdict> {
  const walk = new Walk();
  try {
    await walk.go(trail.ask, bySize(readOwn(trail), trail.witnessed));
  } catch (error) {
    if (!(error instanceof TrailBroken)) throw error;
    const { index = walk.agreed, why } = error;
    const to = walk.wrongTo === undefined || walk.wrongTo <= index ? {} : { to: walk.wrongTo };
    return { entries: walk.size, checkpoints: walk.checkpoints, firstWrong: { index, ...to, why } };
  }
  return { entries: walk.size, checkpoints: walk.checkpoints };
}

interface SignedStand extends Stand {
  readonly isOwn: boolean;
}

async function* readOwn({ ask, verifyOwn }: TrailToVerify): AsyncGenerator<SignedStand> {
  for (let after = 0; ; ) {
    const rows = await ask<{ size: number; token: string }>(readCheckpoints, [after, STEP]);
    for (const { size, token } of rows) {
      const stand = await verifyOwn(token);
      if (stand.size !== size) throw new TrailBroken(`a checkpoint stands at ${size} that is of ${stand.size}`);
      yield { size, root: stand.root, head: stand.head, keptBy: 'this role', isOwn: true };
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.size;
  }
}

/** What was signed, in its order; of one size the own comes first. */
async function* bySize(own: AsyncIterable<SignedStand>, witnessed: readonly Stand[]): AsyncGenerator<SignedStand> {
  const copies = witnessed.toSorted((one, other) => one.size - other.size).map((copy) => ({ ...copy, isOwn: false }));
  let next = 0;
  const before = (size: number) => {
    const first = next;
    while ((copies[next]?.size ?? size) < size) next++;
    return copies.slice(first, next);
  };
  for await (const stand of own) {
    yield* before(stand.size);
    yield stand;
  }
  yield* before(Number.POSITIVE_INFINITY);
}

/** One pass over the entries. */
class Walk {
  size = 0;
  checkpoints = 0;
  /** As far as what was signed agrees with the entries. */
  agreed = 0;
  /** The last entry of a range in which a wrong one lies. */
  wrongTo: number | undefined;
  private lastOwn = 0;
  private head = chainStart();
  private readonly tree = new CompactTree();
  private readonly columns = TileColumns.empty();

  async go(ask: Ask, signed: AsyncGenerator<SignedStand>): Promise<void> {
    let stand = await this.next(signed);
    for (;;) {
      const rows = await ask<EntryRow>(readEntries, [this.size, STEP]);
      const full: Tile[] = [];
      for (const row of rows) {
        full.push(...this.add(row));
        while (stand?.size === this.size) {
          this.compare(stand);
          stand = await this.next(signed);
        }
      }
      await compareTiles(ask, full);
      if (rows.length < STEP) break;
    }
    if (stand !== undefined) {
      this.wrongTo = stand.size - 1;
      throw new TrailBroken(`entries are gone that a checkpoint kept by ${stand.keptBy} covers`, this.agreed);
    }
    if (this.checkpoints === 0 && this.size > 0) throw new TrailBroken('there is no own checkpoint', 0);
    await compareTiles(ask, this.columns.open());
    const [beyond] = await ask<{ index: number }>(findTileBeyond, [Math.ceil(this.size / TILE_WIDTH) - 1]);
    if (beyond !== undefined) throw new TrailBroken('there are tiles for more entries', this.size);
  }

  private async next(signed: AsyncGenerator<SignedStand>): Promise<SignedStand | undefined> {
    const { value, done } = await signed.next();
    if (done === true) return undefined;
    const stand = value as SignedStand;
    if (stand.isOwn) this.checkpoints += 1;
    return stand;
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

  private compare({ size, root, head, keptBy, isOwn }: SignedStand): void {
    this.wrongTo = size - 1;
    if (encodeBase64url(this.tree.root()) !== root || encodeBase64url(this.head) !== head)
      throw new TrailBroken(`the trail is not the one of the checkpoint of ${size} kept by ${keptBy}`, this.agreed);
    // Someone took away what was signed: for what comes after the last that is left, nobody vouches here.
    if (isOwn) this.lastOwn = size;
    else if (this.lastOwn !== size)
      throw new TrailBroken(`the own checkpoint of ${size} that ${keptBy} has a copy of is gone`, this.lastOwn);
    this.agreed = size;
    this.wrongTo = undefined;
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
    const leaf =
      (index * TILE_WIDTH + Math.floor(Math.min(first, hashes.length - 1) / HASH_BYTES)) * TILE_WIDTH ** level;
    throw new TrailBroken(`tile ${level}/${index} does not fit the entries`, leaf);
  }
}
