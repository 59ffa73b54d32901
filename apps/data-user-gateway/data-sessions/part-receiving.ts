import { Injectable } from '@nestjs/common';
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
    private readonly sessions: DataSessionStore,
    private readonly leases: LeaseTimes,
  ) {}

  async receive(fetching: Fetching, fetched: FetchedPart): Promise<void> {
    const part = await this.opening.open(fetching, fetched);
    const { n, digest, counts } = part;
    const renewed = this.leases.renew(fetching.leasedUntil);
    orLeaseLost(await this.sessions.recordPart(fetching.lease, part, renewed));
    fetching.leasedUntil = renewed ?? fetching.leasedUntil;
    fetching.session = { ...fetching.session, nextPart: n + 1, lastDigest: digest };
    fetching.kept?.push({ n, digest, counts });
  }
}
