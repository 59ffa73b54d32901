import { Injectable } from '@nestjs/common';
import { type NumberedTrailEntry } from '#domain';
import { canonicalJson, createId, nextInChain, nodeSha256, sha256Base64url } from '#protocol';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import { EntryMac } from './entry-mac.ts';
import { type Tile, TileColumns } from './tile-columns.ts';
import type { Ask } from './trail-broken.ts';
import { leafOf, readEnd, TrailCheck, type TrailEnd } from './trail-check.ts';
import { TrailFaults } from './trail-faults.ts';
import {
  deletePending,
  findAnyPending,
  findKnownIds,
  insertEntries,
  lockTrail,
  nameWitnesses,
  saveTiles,
  takePending,
} from './trail-statements.ts';
import { UnsealedEntries } from './unsealed-entries.ts';

const BATCH = 2000;
/** Of one round: those who stop wait no longer than for these. */
const MOST_BATCHES = 20;

interface PendingRow {
  readonly id: number;
  readonly entry: string;
  readonly mac: Buffer;
}

interface Sealable {
  readonly text: string;
  readonly entry: NumberedTrailEntry;
}

/** Moves what was written into the trail: chained, and a leaf of the tree, in the order in which it was written. */
@Injectable()
export class TrailSealer {
  constructor(
    private readonly database: Database,
    private readonly mac: EntryMac,
    private readonly check: TrailCheck,
    private readonly unsealed: UnsealedEntries,
    private readonly clock: Clock,
    private readonly faults: TrailFaults,
  ) {}

  /** @throws TrailBroken where the trail is not the one that was sealed: nothing is added to it then */
  async seal(): Promise<void> {
    for (let batch = 0; batch < MOST_BATCHES; batch++) {
      if ((await this.database.read(findAnyPending)).length === 0) return;
      if ((await this.database.transaction((tx) => this.sealBatch(tx))) < BATCH) return;
    }
  }

  private async sealBatch(tx: Transaction): Promise<number> {
    const ask: Ask = (statement, values) => tx.query(statement, values);
    tx.write(lockTrail);
    const pending = await ask<PendingRow>(takePending, [BATCH]);
    if (pending.length === 0) return 0;
    const end = await readEnd(ask);
    await this.check.check(ask, end);
    const sealed = this.append(tx, await TileColumns.read(ask, end.size), end, await this.judge(tx, pending));
    tx.write(deletePending, [pending.map(({ id }) => id)]);
    this.database.afterCommit(tx, () => this.check.remember(sealed));
    return pending.length;
  }

  private append(tx: Transaction, columns: TileColumns, end: TrailEnd, sealable: readonly Sealable[]): TrailEnd {
    let { head } = end;
    const chains: Uint8Array[] = [];
    const tiles: Tile[] = [];
    for (const { text } of sealable) {
      const leaf = leafOf(text);
      head = nextInChain(head, leaf, nodeSha256);
      chains.push(head);
      tiles.push(...columns.push(leaf));
    }
    tiles.push(...columns.open());
    const ids = sealable.map(({ entry }) => entry.id);
    const indexes = sealable.map((_, n) => end.size + n);
    tx.write(insertEntries, [indexes, ids, sealable.map(({ text }) => text), chains]);
    tx.write(saveTiles, [
      tiles.map(({ level }) => level),
      tiles.map(({ index }) => index),
      tiles.map(({ hashes }) => hashes),
    ]);
    const size = end.size + sealable.length;
    const named = new Set(sealable.flatMap(({ entry }) => entry.counterpart ?? []));
    if (named.size > 0) tx.write(nameWitnesses, [[...named].sort(), size]);
    this.database.afterCommit(tx, () => this.unsealed.sealed(ids));
    return { size, head };
  }

  /** What did not come from this role, or comes a second time, is not sealed as if it had. */
  private async judge(tx: Transaction, pending: readonly PendingRow[]): Promise<Sealable[]> {
    const genuine = pending.map(({ entry, mac }) => (this.mac.holds(entry, mac) ? parse(entry) : undefined));
    const ids = genuine.flatMap((one) => one?.entry.id ?? []);
    const known = new Set((await tx.query<{ id: string }>(findKnownIds, [ids])).map(({ id }) => id));
    return pending.map((row, n) => {
      const one = genuine[n];
      if (one === undefined || known.has(one.entry.id)) return this.forged(tx, row);
      known.add(one.entry.id);
      return one;
    });
  }

  private forged(tx: Transaction, { id, entry: text }: PendingRow): Sealable {
    const at = this.clock.now();
    const entry: NumberedTrailEntry = {
      id: createId(at),
      at,
      act: 'audit-trail.forged',
      outcome: 'done',
      pending: id,
      digest: sha256Base64url(text),
    };
    this.faults.tellWith(tx, 'forged', `pending entry ${id}`);
    return { text: canonicalJson(entry), entry };
  }
}

const parse = (text: string): Sealable => ({ text, entry: JSON.parse(text) as NumberedTrailEntry });
