import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Readiness } from '../health/readiness.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { BullJobQueues } from './bull-job-queues.ts';

/**
 * Redis can be away while the database is there. Calls are answered then, so a process that answers calls stays in its
 * place: all would leave it at once.
 */
@Injectable()
export class QueueReadiness implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly queues: BullJobQueues,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'RUN'>,
  ) {}

  onModuleInit(): void {
    const isNeeded = !this.settings.RUN.includes('http');
    this.readiness.add('queues', () => this.queues.isReady(), isNeeded);
  }
}
