import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Instant, RefusedError, refuse } from '#domain';
import { Clock } from '#platform';
import type { DataPartLine } from '#protocol';
import { DataKeys } from '../data-keys/data-keys.ts';
import { decrypt } from '../data-keys/storage-cipher.ts';
import type { RecordPlace } from './read-cursor.ts';
import { ReadNoting } from './read-noting.ts';
import { readKeptLine, splitLines } from './read-part-lines.ts';
import { partPlace } from './received-part.ts';
import { type ReadablePart, ReceivedPartStore } from './received-part-store.ts';

export interface RecordsWanted {
  readonly consentId: string;
  readonly from: RecordPlace;
  readonly dataType?: string | undefined;
  readonly account?: string | undefined;
}

/** One received record, in the clear. */
export interface ReadRecord extends DataPartLine {
  readonly sessionId: string;
  readonly receivedAt: Instant;
  readonly place: RecordPlace;
}

/** Reads received records one after the other, one part (at most 1 MiB) in memory at a time. */
@Injectable()
export class RecordReading {
  constructor(
    private readonly parts: ReceivedPartStore,
    private readonly keys: DataKeys,
    private readonly noting: ReadNoting,
    private readonly clock: Clock,
  ) {}

  /** @throws RefusedError `data-erased` where it is erased while it is read: what came before is not all there was */
  async *read(wanted: RecordsWanted): AsyncGenerator<ReadRecord> {
    const { consentId, dataType, account } = wanted;
    const key = await this.keys.find(consentId);
    if (key === undefined) return;
    let { from } = wanted;
    let noted: string | undefined;
    for (;;) {
      const part = await this.parts.findNext({ consentId, from, dataType, account, now: this.clock.now() });
      if (part === undefined) break;
      if (part.sessionId !== noted) await this.noting.note(part, this.clock.now());
      noted = part.sessionId;
      const line = part.sessionId === from.sessionId && part.n === from.n ? from.line : 0;
      yield* this.recordsOf(part, key, line, wanted);
      from = { sessionId: part.sessionId, n: part.n + 1, line: 0 };
    }
    if ((await this.keys.find(consentId)) === undefined) throw new RefusedError(refuse('data-erased', consentId));
  }

  private *recordsOf(part: ReadablePart, key: KeyObject, from: number, wanted: RecordsWanted): Generator<ReadRecord> {
    const { sessionId, n, receivedAt } = part;
    let line = -1;
    for (const bytes of splitLines(decrypt(key, partPlace(part), part.ciphertext))) {
      line += 1;
      if (line < from) continue;
      const { account, dataType, record } = readKeptLine(bytes);
      if (wanted.dataType !== undefined && wanted.dataType !== dataType) continue;
      if (wanted.account !== undefined && wanted.account !== account) continue;
      yield { account, dataType, record, sessionId, receivedAt, place: { sessionId, n, line } };
    }
  }
}
