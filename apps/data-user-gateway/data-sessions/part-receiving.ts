import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import { ReceivedPartStore } from '../received-records/received-part-store.ts';
import type { FetchedPart } from './data-provider-client.ts';
import { DataSessionStore } from './data-session-store.ts';
import { type Fetching, orLeaseLost } from './fetching.ts';
import { LeaseTimes } from './lease-times.ts';
import { PartOpening } from './part-opening.ts';

/** Keeps a part and how far the session has come, in one. */
@Injectable()
export class PartReceiving {
  constructor(
    private readonly opening: PartOpening,
    private readonly database: Database,
    private readonly sessions: DataSessionStore,
    private readonly parts: ReceivedPartStore,
    private readonly leases: LeaseTimes,
  ) {}

  async receive(fetching: Fetching, fetched: FetchedPart): Promise<void> {
    const part = await this.opening.open(fetching, fetched);
    const until = this.leases.leaseUntil();
    await this.database.transaction(async (tx) => {
      orLeaseLost(await this.sessions.recordPart(tx, fetching.lease, part.n, part.digest, until));
      await this.parts.add(tx, part);
    });
    fetching.session = { ...fetching.session, nextPart: part.n + 1, lastDigest: part.digest };
  }
}
