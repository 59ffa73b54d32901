import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { JobQueues, SETTINGS } from '#platform';
import type { DataUserGatewaySettings } from '../settings/data-user-gateway.settings.ts';
import { FETCH_SESSION } from './fetch-queue.ts';
import { FetchSessionJob } from './fetch-session.job.ts';

/** The workers that fetch sessions. */
@Injectable()
export class FetchWorkers implements OnModuleInit {
  constructor(
    private readonly queues: JobQueues,
    private readonly job: FetchSessionJob,
    @Inject(SETTINGS) private readonly settings: Pick<DataUserGatewaySettings, 'FETCH_CONCURRENCY'>,
  ) {}

  onModuleInit(): void {
    const concurrency = this.settings.FETCH_CONCURRENCY;
    const work = ({ sessionId }: { sessionId: string }) => this.job.run(sessionId);
    this.queues.define<{ sessionId: string }>(FETCH_SESSION, work, { concurrency });
  }
}
