import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addSeconds } from '#domain';
import { Clock, Database, JobQueues } from '#platform';
import { DataSessionStore } from './data-session-store.ts';
import { SessionConclusion } from './session-conclusion.ts';
import { fillSession, SessionFiller } from './session-filler.ts';
import { SpoolStore } from './spool-store.ts';

const findMs = 1000;
const sweepMs = 60_000;
const batch = 200;

@Injectable()
export class TimerWork {
  constructor(
    readonly queues: JobQueues,
    readonly clock: Clock,
    readonly database: Database,
  ) {}
}

/** Finds sessions whose filler died, ends those whose time is over, deletes what nobody may fetch any more. */
@Injectable()
export class SessionTimers implements OnModuleInit {
  constructor(
    private readonly spool: SpoolStore,
    private readonly sessions: DataSessionStore,
    private readonly filler: SessionFiller,
    private readonly conclusion: SessionConclusion,
    private readonly work: TimerWork,
  ) {}

  onModuleInit(): void {
    const { queues } = this.work;
    const concurrency = this.filler.most;
    queues.define<{ sessionId: string }>(fillSession, ({ sessionId }) => this.filler.fillAbandoned(sessionId), {
      concurrency,
    });
    queues.every('data-provider-adapter.find-abandoned-sessions', findMs, () => this.findAbandoned());
    queues.every('data-provider-adapter.end-sessions', sweepMs, () => this.sweep());
  }

  async findAbandoned(): Promise<void> {
    for (const id of await this.spool.listAbandoned(this.work.clock.now(), batch)) await this.filler.queue(id);
  }

  async sweep(): Promise<void> {
    const { clock, database } = this.work;
    const now = clock.now();
    for (const id of await this.spool.listOverdue(now, batch)) {
      await database.transaction((tx) => this.conclusion.breakOff(tx, id, 'Not fetched in time.', 'EXPIRED'));
    }
    await this.spool.deleteLapsedParts(now);
    // Clocks differ: a proof is refused for its age well before it is forgotten.
    await this.sessions.removeOldProofs(addSeconds(now, -600));
  }
}
