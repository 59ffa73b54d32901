import { Injectable } from '@nestjs/common';
import { Clock, Database } from '#platform';
import { DataKeys } from '../data-keys/data-keys.ts';
import { decrypt } from '../data-keys/storage-cipher.ts';
import type { RecordPlace } from '../received-records/read-cursor.ts';
import { readKeptLine, splitLines } from '../received-records/read-part-lines.ts';
import { partPlace } from '../received-records/received-part.ts';
import { ReceivedPartStore } from '../received-records/received-part-store.ts';
import type { HandedSession, HandOver } from './hand-over.ts';
import { type HandOverLease, HandOverStore } from './hand-over-store.ts';
import { type Delivery, type HandedLine, HandOverLost } from './hand-over-target.ts';

/** What the kept parts of sessions are read with. */
@Injectable()
export class DeliveryMeans {
  constructor(
    readonly database: Database,
    readonly handOvers: HandOverStore,
    readonly parts: ReceivedPartStore,
    readonly keys: DataKeys,
    readonly clock: Clock,
  ) {}
}

/** A delivery from the tables, under a lease. */
export class LeasedDelivery implements Delivery {
  constructor(
    private readonly means: DeliveryMeans,
    private readonly lease: HandOverLease,
    readonly handOver: HandOver,
    readonly session: HandedSession,
  ) {}

  async *lines(from?: RecordPlace): AsyncGenerator<HandedLine> {
    const { consentId, sessionId } = this.session;
    const { parts, keys, clock } = this.means;
    const key = await keys.find(consentId);
    if (key === undefined) throw new HandOverLost();
    let place = from ?? { sessionId, n: 0, line: 0 };
    for (;;) {
      const part = await parts.findNext({ consentId, from: place, now: clock.now() });
      if (part?.sessionId !== sessionId) break;
      let line = -1;
      const first = part.n === place.n ? place.line : 0;
      for (const bytes of splitLines(decrypt(key, partPlace(part), part.ciphertext))) {
        line += 1;
        if (line < first) continue;
        const { dataType } = readKeptLine(bytes);
        yield { bytes, dataType, next: { sessionId, n: part.n, line: line + 1 } };
      }
      place = { sessionId, n: part.n + 1, line: 0 };
    }
    // That nothing more is there may as well mean that it was erased meanwhile.
    if ((await this.means.handOvers.findSession(sessionId, clock.now())) === undefined) throw new HandOverLost();
  }

  async holding(work: () => Promise<void>): Promise<void> {
    await this.means.database.transaction(async (tx) => {
      orLost(await this.means.handOvers.begin(tx, this.lease));
      await work();
    });
  }

  async keep(progress: object): Promise<void> {
    orLost(await this.means.handOvers.recordProgress(this.lease, progress));
  }
}

export function orLost(held: boolean): void {
  if (!held) throw new HandOverLost();
}
