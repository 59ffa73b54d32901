import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { addSeconds } from '#domain';
import { firstIdAt } from '#protocol';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import { NetworkOptions } from '../participant/network-options.ts';
import { JobQueues } from '../queue/job-queues.ts';
import { Replicas } from '../replicas/replicas.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { EventDelivery } from './event-delivery.ts';
import {
  forgetAcknowledgedEvents,
  forgetDeliveryAttempts,
  forgetReceivedEvents,
  freeTakenEvents,
  giveUpEvents,
} from './event-statements.ts';
import { EventWaker } from './event-waker.ts';

const SWEEP_MS = 1000;
const RETENTION_MS = 600_000;
const LOG_DAYS = 30;
const BATCH = 5000;
const DAY = 86_400;

/** Finds what a lost wake forgot and what is due again; gives up and forgets what is too old. */
@Injectable()
export class OutboxSweep implements OnModuleInit {
  private readonly logger = new Logger(OutboxSweep.name);

  constructor(
    private readonly database: Database,
    private readonly delivery: EventDelivery,
    private readonly waker: EventWaker,
    private readonly queues: JobQueues,
    private readonly clock: Clock,
    private readonly options: NetworkOptions,
    private readonly replicas: Replicas,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'EVENT_RETRY_DAYS'>,
  ) {}

  onModuleInit(): void {
    this.replicas.whenGone((tx, gone) => this.free(tx, gone));
    this.queues.every(`${this.options.role}.sweep-outbox`, SWEEP_MS, () => this.delivery.takeDue());
    this.queues.every(`${this.options.role}.forget-events`, RETENTION_MS, () => this.forget());
  }

  /** What replicas that are gone were delivering is due, and need not wait for the sweep. */
  private async free(tx: Transaction, gone: readonly string[]): Promise<void> {
    const freed = await tx.query<{ id: string }>(freeTakenEvents, [gone, this.clock.now()]);
    this.database.afterCommit(tx, () => freed.forEach(({ id }) => void this.waker.wake(id)));
  }

  async forget(): Promise<void> {
    const now = this.clock.now();
    const tooOld = addSeconds(now, -this.settings.EVENT_RETRY_DAYS * DAY);
    const dead = await this.database.read<{ id: string }>(giveUpEvents, [tooOld, now]);
    if (dead.length > 0) this.logger.error(`${dead.length} events were given up; they can still be polled`);
    const logEnd = addSeconds(now, -LOG_DAYS * DAY);
    await this.forgetBatches(forgetAcknowledgedEvents, firstIdAt(logEnd));
    await this.forgetBatches(forgetDeliveryAttempts, logEnd);
    // An event may come again as long as its sender retries; applied twice it would do no harm either.
    await this.forgetBatches(forgetReceivedEvents, addSeconds(logEnd, -this.settings.EVENT_RETRY_DAYS * DAY));
  }

  private async forgetBatches(statement: typeof forgetReceivedEvents, before: string): Promise<void> {
    for (let count = BATCH; count === BATCH; ) {
      count = (await this.database.read(statement, [before, BATCH])).length;
    }
  }
}
