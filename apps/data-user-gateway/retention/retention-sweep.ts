import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { addSeconds } from '#domain';
import { Clock, JobQueues, SETTINGS } from '#platform';
import type { DataUserGatewaySettings } from '../settings/data-user-gateway.settings.ts';
import { RetentionStore } from './retention-store.ts';

const HOUR_MS = 3_600_000;
const DAY_SECONDS = 86_400;
const BATCH = 1000;

/** Forgets what ended RECORD_RETENTION_DAYS ago. Deletion receipts stay: they are evidence, and hold no data. */
@Injectable()
export class RetentionSweep implements OnModuleInit {
  constructor(
    private readonly store: RetentionStore,
    private readonly queues: JobQueues,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<DataUserGatewaySettings, 'RECORD_RETENTION_DAYS'>,
  ) {}

  onModuleInit(): void {
    this.queues.every('data-user-gateway.forget-records', HOUR_MS, () => this.sweep());
  }

  async sweep(): Promise<void> {
    const before = addSeconds(this.clock.now(), -this.settings.RECORD_RETENTION_DAYS * DAY_SECONDS);
    while ((await this.store.forget(before, BATCH)) >= BATCH);
  }
}
