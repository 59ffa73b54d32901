import { Injectable } from '@nestjs/common';
import { Replicas } from '#platform';
import { DataSessionStore } from './data-session-store.ts';
import { beginFetching, type Fetching, type LeasedSession } from './fetching.ts';
import type { Hold } from './lease.ts';
import { LeaseTimes } from './lease-times.ts';

type Work = (fetching: Fetching) => Promise<void>;

/** What a go at a session begins with: nothing, where there is nothing to do, or somebody is at it, here or elsewhere. */
@Injectable()
export class FetchBeginning {
  private readonly underWay = new Set<string>();

  constructor(
    private readonly sessions: DataSessionStore,
    private readonly times: LeaseTimes,
    private readonly replicas: Replicas,
  ) {}

  during(sessionId: string, work: Work): Promise<void> {
    return this.alone(sessionId, async () => {
      const hold = this.hold();
      const leased = await this.sessions.lease(sessionId, hold, this.times.now());
      if (leased !== undefined) await work(beginFetching(leased, hold));
    });
  }

  /** For a session that was leased as it was written down. Where its turn comes too late, somebody else has it. */
  async duringHold(leased: LeasedSession, hold: Hold, work: Work): Promise<void> {
    if (this.times.now() >= hold.until) return;
    await this.alone(leased.session.id, () => work(beginFetching(leased, hold)));
  }

  hold(): Hold {
    return { worker: this.replicas.self, until: this.times.leaseUntil() };
  }

  private async alone(sessionId: string, work: () => Promise<void>): Promise<void> {
    if (this.underWay.has(sessionId)) return;
    this.underWay.add(sessionId);
    try {
      await work();
    } finally {
      this.underWay.delete(sessionId);
    }
  }
}
