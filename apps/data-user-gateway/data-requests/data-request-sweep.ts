import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { addSeconds } from '#domain';
import { Clock, JobQueues, SETTINGS } from '#platform';
import type { DataUserGatewaySettings } from '../settings/data-user-gateway.settings.ts';
import { DataRequestSending } from './data-request-sending.ts';
import { DataRequestStore } from './data-request-store.ts';

const BATCH = 50;
const TAKEN_SECONDS = 60;

/** Sends again what no manager has answered yet. */
@Injectable()
export class DataRequestSweep implements OnModuleInit {
  constructor(
    private readonly store: DataRequestStore,
    private readonly sending: DataRequestSending,
    private readonly queues: JobQueues,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<DataUserGatewaySettings, 'FETCH_SWEEP_SECONDS'>,
  ) {}

  onModuleInit(): void {
    const everyMs = this.settings.FETCH_SWEEP_SECONDS * 1000;
    this.queues.every('data-user-gateway.send-data-requests', everyMs, () => this.sweep());
  }

  async sweep(): Promise<void> {
    const now = this.clock.now();
    const due = await this.store.takeDue(now, addSeconds(now, TAKEN_SECONDS), BATCH);
    await Promise.all(due.map((asked) => this.sending.send(asked)));
  }
}
