import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addSeconds } from '#domain';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Statement } from '../database/statement.ts';
import { NetworkOptions } from '../participant/network-options.ts';
import { JobQueues } from '../queue/job-queues.ts';
import { forgetOutcomes, forgetSeenMessages } from './command-statements.ts';

const SWEEP_MS = 60_000;
const BATCH = 5000;
/** A use covers retries for 24 hours; an hour more, so that the last of them still meets its outcome. */
const OUTCOME_LIFE_SECONDS = 25 * 3600;

/** Forgets ids of messages that are too old to be accepted anyway, and outcomes nobody may ask for any more. */
@Injectable()
export class CommandRetention implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly queues: JobQueues,
    private readonly clock: Clock,
    private readonly options: NetworkOptions,
  ) {}

  onModuleInit(): void {
    this.queues.every(`${this.options.role}.forget-commands`, SWEEP_MS, () => this.sweep());
  }

  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.forget(forgetSeenMessages, now);
    await this.forget(forgetOutcomes, addSeconds(now, -OUTCOME_LIFE_SECONDS));
  }

  private async forget(statement: Statement, before: string): Promise<void> {
    for (let count = BATCH; count === BATCH; ) {
      count = (await this.database.read(statement, [before, BATCH])).length;
    }
  }
}
