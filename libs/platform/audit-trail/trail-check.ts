import { Injectable } from '@nestjs/common';
import {
  chainStart,
  decodeBase64url,
  encodeBase64url,
  hashLeaf,
  nextInChain,
  nodeSha256,
  sameBytes,
  type TrailCheckpoint,
  verifyConsistency,
} from '#protocol';
import { OwnCheckpoints, type TrailStand } from './own-checkpoints.ts';
import { readConsistency, readNodes, readRoot } from './read-tree.ts';
import { type Ask, TrailBroken } from './trail-broken.ts';
import { findChainAt, findEnd, findNewestCheckpoint, readEntries } from './trail-statements.ts';

const STEP = 1000;

export interface TrailEnd {
  readonly size: number;
  readonly head: Uint8Array;
}

export interface CheckpointRow {
  readonly size: number;
  readonly token: string;
  readonly made_at: string;
}

export interface EntryRow {
  readonly index: number;
  readonly entry: string;
  readonly chain: Buffer;
}

export const bytesOf = (digest: string): Uint8Array => decodeBase64url(digest) ?? new Uint8Array(0);
export const leafOf = (entry: string): Uint8Array => hashLeaf(Buffer.from(entry), nodeSha256);

export async function readEnd(ask: Ask): Promise<TrailEnd> {
  const [last] = await ask<{ index: number; chain: Buffer }>(findEnd);
  return last === undefined ? { size: 0, head: chainStart() } : { size: last.index + 1, head: last.chain };
}

/** Whether the tables still hold the trail that this role signed and sealed before. What it learns it keeps in memory. */
@Injectable()
export class TrailCheck {
  /** The largest this process has seen: who takes the newest checkpoints away is seen by it. */
  private signed: TrailCheckpoint | undefined;
  private sealed: TrailEnd | undefined;

  constructor(private readonly own: OwnCheckpoints) {}

  /** What this process sealed: until it is signed nobody else knows it. */
  remember(end: TrailEnd): void {
    this.sealed = end;
  }

  /** Reads a handful of rows. @returns the newest checkpoint. @throws TrailBroken */
  async check(ask: Ask, end: TrailEnd): Promise<{ row: CheckpointRow; claims: TrailCheckpoint } | undefined> {
    if (this.sealed !== undefined) await checkHead(ask, this.sealed.size, this.sealed.head, 'entries that were sealed');
    const [row] = await ask<CheckpointRow>(findNewestCheckpoint);
    const known = this.signed;
    if (known !== undefined && (row?.size ?? 0) < known.size)
      throw new TrailBroken('own checkpoints are gone', row?.size ?? 0);
    if (row === undefined) return undefined;
    const claims = await this.own.verify(row.token);
    const { size, head, root } = claims;
    if (size !== row.size) throw new TrailBroken(`a checkpoint stands at ${row.size} that is of ${size}`);
    if (size > end.size) throw new TrailBroken('entries that were signed are gone', end.size);
    await checkHead(ask, size, bytesOf(head), 'entries that were signed');
    const present = await readRoot(ask, size);
    if (encodeBase64url(present) !== root) throw new TrailBroken(`the tree is not the one that was signed at ${size}`);
    if (known === undefined || known.size <= size) this.signed = claims;
    return { row, claims };
  }

  /** Goes over what came since the last checkpoint, before it is signed. @throws TrailBroken */
  async checkGrowth(ask: Ask, last: TrailCheckpoint | undefined, end: TrailEnd): Promise<TrailStand> {
    const [from, fromRoot] = [last?.size ?? 0, last === undefined ? await readRoot(ask, 0) : bytesOf(last.root)];
    let head = last === undefined ? chainStart() : bytesOf(last.head);
    for (let at = from; at < end.size; at += STEP) {
      const rows = (await ask<EntryRow>(readEntries, [at, STEP])).filter(({ index }) => index < end.size);
      const leaves = await readNodes(
        ask,
        rows.map(({ index }) => ({ level: 0, index })),
      );
      for (const [n, { index, entry, chain }] of rows.entries()) {
        const leaf = leafOf(entry);
        head = nextInChain(head, leaf, nodeSha256);
        const isWhole = index === at + n && sameBytes(head, chain) && sameBytes(leaf, leaves[n] ?? head);
        if (!isWhole) throw new TrailBroken('an entry is not the one that was sealed', at + n);
      }
      if (rows.length < Math.min(STEP, end.size - at)) throw new TrailBroken('an entry is gone', at + rows.length);
    }
    const root = await readRoot(ask, end.size);
    const path = await readConsistency(ask, from, end.size);
    const isLonger = await verifyConsistency({ from, to: end.size, fromRoot, toRoot: root, path }, nodeSha256);
    if (!isLonger) throw new TrailBroken(`the tree does not extend the one that was signed at ${from}`);
    return { size: end.size, root, head };
  }
}

async function checkHead(ask: Ask, size: number, head: Uint8Array, what: string): Promise<void> {
  const [row] = await ask<{ chain: Buffer }>(findChainAt, [size - 1]);
  if (row === undefined) throw new TrailBroken(`${what} are gone`, size - 1);
  if (!sameBytes(row.chain, head)) throw new TrailBroken(`${what} are not what they were`);
}
