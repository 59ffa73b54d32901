import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobQueues } from '#platform';
import { fillSession, SessionFiller } from './session-filler.ts';
import { SessionSweep } from './session-sweep.ts';

const findMs = 1000;
const sweepMs = 60_000;

/** What happens to data sessions by itself. */
@Injectable()
export class SessionTimers implements OnModuleInit {
  constructor(
    private readonly filler: SessionFiller,
    private readonly sweep: SessionSweep,
    private readonly queues: JobQueues,
  ) {}

  onModuleInit(): void {
    const { most: concurrency } = this.filler;
    this.queues.define<{ sessionId: string }>(fillSession, (job) => this.filler.fillAbandoned(job.sessionId), {
      concurrency,
    });
    this.queues.every('data-provider-adapter.find-abandoned-sessions', findMs, () => this.filler.queueAbandoned());
    this.queues.every('data-provider-adapter.end-sessions', sweepMs, () => this.sweep.sweep());
  }
}
