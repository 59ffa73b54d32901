import { Injectable } from '@nestjs/common';
import type { FetchedPart } from './data-provider-client.ts';
import { DataSessionStore } from './data-session-store.ts';
import type { Fetching } from './fetching.ts';
import { GroundChecking } from './ground-checking.ts';
import { LeaseTimes } from './lease-times.ts';
import { PartOpening } from './part-opening.ts';
import { SessionConclusion } from './session-conclusion.ts';

/** Keeps parts, each with how far the session has come, and the last one with its end. */
@Injectable()
export class PartReceiving {
  constructor(
    private readonly opening: PartOpening,
    private readonly ground: GroundChecking,
    private readonly sessions: DataSessionStore,
    private readonly conclusion: SessionConclusion,
    private readonly leases: LeaseTimes,
  ) {}

  async receive(fetching: Fetching, fetched: FetchedPart): Promise<void> {
    const part = await this.opening.open(fetching, fetched);
    const { n, digest, counts } = part;
    if (fetching.manifest !== undefined && n + 1 === fetching.sealed) {
      return this.conclusion.complete(fetching, fetching.manifest, part);
    }
    const until = this.leases.renew(fetching.leasedUntil);
    await this.ground.keep(fetching, (version) => this.sessions.recordPart(fetching.lease, { part, until, version }));
    fetching.leasedUntil = until ?? fetching.leasedUntil;
    fetching.session = { ...fetching.session, nextPart: n + 1, lastDigest: digest };
    fetching.kept?.push({ n, digest, counts });
  }
}
