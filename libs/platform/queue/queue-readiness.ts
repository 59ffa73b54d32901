import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Readiness } from '../health/readiness.ts';
import { BullJobQueues } from './bull-job-queues.ts';

/** Redis can be away while the database is there: calls are answered then, but what they began waits. */
@Injectable()
export class QueueReadiness implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly queues: BullJobQueues,
  ) {}

  onModuleInit(): void {
    this.readiness.add('queues', () => this.queues.isReady());
  }
}
