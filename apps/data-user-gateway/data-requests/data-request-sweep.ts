import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { addSeconds } from '#domain';
import { Clock, Database, JobQueues, Replicas, SETTINGS, type Transaction } from '#platform';
import type { DataUserGatewaySettings } from '../settings/data-user-gateway.settings.ts';
import { DataRequestSending } from './data-request-sending.ts';
import { DataRequestStore } from './data-request-store.ts';

const BATCH = 50;
const TAKEN_SECONDS = 60;

/** Sends again what no manager has answered yet. */
@Injectable()
export class DataRequestSweep implements OnModuleInit {
  private readonly logger = new Logger(DataRequestSweep.name);

  constructor(
    private readonly store: DataRequestStore,
    private readonly sending: DataRequestSending,
    private readonly queues: JobQueues,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly replicas: Replicas,
    @Inject(SETTINGS) private readonly settings: Pick<DataUserGatewaySettings, 'FETCH_SWEEP_SECONDS'>,
  ) {}

  onModuleInit(): void {
    this.replicas.whenGone((tx, gone) => this.takeOver(tx, gone));
    const everyMs = this.settings.FETCH_SWEEP_SECONDS * 1000;
    this.queues.every('data-user-gateway.send-data-requests', everyMs, () => this.sweep());
  }

  private async takeOver(tx: Transaction, gone: readonly string[]): Promise<void> {
    if (!(await this.store.free(tx, gone, this.clock.now()))) return;
    // Not waited for: it takes as long as managers take to answer.
    this.database.afterCommit(tx, () => {
      this.sweep().catch((error: unknown) => this.logger.error(error, 'data requests of a replica that is gone wait'));
    });
  }

  async sweep(): Promise<void> {
    const now = this.clock.now();
    const due = await this.store.takeDue(now, addSeconds(now, TAKEN_SECONDS), this.replicas.self, BATCH);
    await Promise.all(due.map((asked) => this.sending.send(asked)));
  }
}
