import { type DynamicModule, Module } from '@nestjs/common';
import type { RoleSettings } from '../settings/role-settings.ts';
import { BullJobQueues } from './bull-job-queues.ts';
import { JobQueues } from './job-queues.ts';
import { openQueueBackend } from './open-queue-backend.ts';
import { QueueReadiness } from './queue-readiness.ts';
import { TimerLock } from './timer-lock.ts';
import { Timers } from './timers.ts';

export type JobSettings = Pick<
  RoleSettings,
  'REDIS_URL' | 'DATABASE_URL' | 'PARTICIPANT_ID' | 'RUN' | 'QUEUE_LOCK_SECONDS' | 'STOP_TIMEOUT_SECONDS'
>;

export async function openJobQueues(schema: string, settings: JobSettings): Promise<BullJobQueues> {
  const backend = await openQueueBackend(schema, settings);
  return new BullJobQueues(backend, new Timers(new TimerLock(settings.DATABASE_URL, schema)), {
    works: settings.RUN.includes('jobs'),
    lockMs: settings.QUEUE_LOCK_SECONDS * 1000,
    stopMs: settings.STOP_TIMEOUT_SECONDS * 1000,
  });
}

/** `JobQueues`, everywhere in the role. */
@Module({})
export class QueueModule {
  static forSchema(schema: string, settings: JobSettings): DynamicModule {
    return {
      module: QueueModule,
      global: true,
      providers: [
        { provide: BullJobQueues, useFactory: () => openJobQueues(schema, settings) },
        { provide: JobQueues, useExisting: BullJobQueues },
        ...(settings.REDIS_URL === undefined ? [] : [QueueReadiness]),
      ],
      exports: [JobQueues],
    };
  }
}
