import { Injectable } from '@nestjs/common';
import { JobQueues } from '#platform';
import { FetchBeginning } from './fetch-beginning.ts';
import { FETCH_SESSION, FetchQueue } from './fetch-queue.ts';
import { FetchSessionJob } from './fetch-session.job.ts';
import type { LeasedSession } from './fetching.ts';
import type { Hold } from './lease.ts';

/**
 * Begins fetches in the process that was asked, where it works such jobs off and has room, under a lease that is written
 * down with the session: when it is killed the others find the session as they find any other. Else a job wakes a worker.
 */
@Injectable()
export class FetchStarting {
  constructor(
    private readonly beginning: FetchBeginning,
    private readonly job: FetchSessionJob,
    private readonly queue: FetchQueue,
    private readonly queues: JobQueues,
  ) {}

  /** What to take sessions with that this process is to fetch; undefined where a worker is to be woken. */
  hold(): Hold | undefined {
    return this.queues.hasRoom(FETCH_SESSION) ? this.beginning.hold() : undefined;
  }

  /** @param hold with which they were written down */
  async start(sessions: readonly LeasedSession[], hold: Hold | undefined): Promise<void> {
    for (const leased of sessions) {
      if (hold === undefined) await this.queue.add(leased.session.id);
      else this.startHere(leased, hold);
    }
  }

  private startHere(leased: LeasedSession, hold: Hold): void {
    let hasWaited = false;
    this.queues.doHere(FETCH_SESSION, () => {
      return this.job.runHeld(hasWaited ? { ...leased, standing: undefined } : leased, hold);
    });
    // Unless it has begun by now, where the consent stands is no news when its turn comes.
    hasWaited = true;
  }
}
