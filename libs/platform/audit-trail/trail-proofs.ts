import { Injectable } from '@nestjs/common';
import { RefusedError, refuse } from '#domain';
import { encodeBase64url } from '#protocol';
import { Database } from '../database/database.ts';
import { readConsistency, readInclusion } from './read-tree.ts';
import { type Ask, TrailBroken } from './trail-broken.ts';
import type { CheckpointRow } from './trail-check.ts';
import { findIndexesOf, findIndexOf, findNewestCheckpoint } from './trail-statements.ts';

export interface InclusionProof {
  readonly index: number;
  readonly size: number;
  /** Base64url, as all hashes here. */
  readonly leaf: string;
  readonly path: readonly string[];
}

export interface ProvenEntry extends InclusionProof {
  /** In canonical form: the bytes of its leaf. */
  readonly entry: string;
  /** The checkpoint whose tree the entry is in. */
  readonly checkpoint: string;
}

export interface ProvenEntries {
  /** The checkpoint whose tree all of them are in. */
  readonly checkpoint: string;
  readonly entries: readonly (Pick<InclusionProof, 'index' | 'path'> & Pick<ProvenEntry, 'entry'>)[];
}

/** What this role can prove of its trail, up to the newest checkpoint it signed. */
@Injectable()
export class TrailProofs {
  private readonly ask: Ask;

  constructor(database: Database) {
    this.ask = (statement, values) => database.read(statement, values);
  }

  /** @throws RefusedError `not-found` where none was signed yet */
  async checkpoint(): Promise<CheckpointRow> {
    const [newest] = await this.ask<CheckpointRow>(findNewestCheckpoint);
    if (newest === undefined) throw new RefusedError(refuse('not-found', 'no checkpoint was signed yet'));
    return newest;
  }

  /** @throws RefusedError `not-found` where the newest checkpoint is of fewer entries, or there is no such entry in them */
  async inclusion(index: number, size: number): Promise<InclusionProof> {
    await this.checkSize(size);
    if (index >= size) throw new RefusedError(refuse('not-found', 'no such entry'));
    const { leaf, path } = await provable(readInclusion(this.ask, index, size));
    return { index, size, leaf: encodeBase64url(leaf), path: path.map(encodeBase64url) };
  }

  /** @throws as `inclusion` */
  async consistency(from: number, to: number): Promise<string[]> {
    await this.checkSize(to);
    if (from > to) throw new RefusedError(refuse('not-found', 'the first is larger than the second'));
    return (await provable(readConsistency(this.ask, from, to))).map(encodeBase64url);
  }

  /**
   * For a receipt. @param id as AuditTrail.write gave it
   * @returns undefined where it is not under a checkpoint yet: within TRAIL_CHECKPOINT_SECONDS it is
   */
  async proveEntry(id: string): Promise<ProvenEntry | undefined> {
    const [found] = await this.ask<{ index: number; entry: string }>(findIndexOf, [id]);
    const [newest] = await this.ask<CheckpointRow>(findNewestCheckpoint);
    if (found === undefined || newest === undefined || found.index >= newest.size) return undefined;
    return { ...(await this.inclusion(found.index, newest.size)), entry: found.entry, checkpoint: newest.token };
  }

  /**
   * Several at once, all under the same checkpoint.
   *
   * @param ids as AuditTrail.write gave them
   * @returns in their order; undefined where one is not under a checkpoint yet
   */
  async proveEntries(ids: readonly string[]): Promise<ProvenEntries | undefined> {
    const found = await this.ask<{ id: string; index: number; entry: string }>(findIndexesOf, [ids]);
    const [newest] = await this.ask<CheckpointRow>(findNewestCheckpoint);
    if (newest === undefined || found.some(({ index }) => index >= newest.size)) return undefined;
    const entries: ProvenEntries['entries'][number][] = [];
    for (const id of ids) {
      const sealed = found.find((row) => row.id === id);
      if (sealed === undefined) return undefined;
      const { path } = await this.inclusion(sealed.index, newest.size);
      entries.push({ index: sealed.index, entry: sealed.entry, path });
    }
    return { checkpoint: newest.token, entries };
  }

  private async checkSize(size: number): Promise<void> {
    if (size > (await this.checkpoint()).size) throw new RefusedError(refuse('not-found', 'not so many entries yet'));
  }
}

/** Of a trail that was tampered with nothing is proven. */
async function provable<T>(proof: Promise<T>): Promise<T> {
  try {
    return await proof;
  } catch (error) {
    throw error instanceof TrailBroken ? new RefusedError(refuse('not-found', error.why)) : error;
  }
}
