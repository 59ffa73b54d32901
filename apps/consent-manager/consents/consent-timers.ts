import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Database, JobQueues } from '#platform';
import { ConsentMover } from './consent-mover.ts';
import { ConsentStore } from './consent-store.ts';

const everyMs = 5000;
const batch = 100;

/** Writes down what time has done: consents expire, paused ones resume by date. Rules read it from the dates meanwhile. */
@Injectable()
export class ConsentTimers implements OnModuleInit {
  constructor(
    private readonly queues: JobQueues,
    private readonly database: Database,
    private readonly store: ConsentStore,
    private readonly mover: ConsentMover,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.queues.every('consent-manager.move-consents', everyMs, () => this.sweep());
  }

  async sweep(): Promise<void> {
    for (let count = batch; count === batch; ) count = await this.moveDue();
  }

  private async moveDue(): Promise<number> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const due = await this.store.lockDue(tx, now, batch);
      for (const given of due) {
        const act = now >= given.consent.terms.consentPeriod.expiry ? 'expire' : 'resume';
        await this.mover.move(tx, given, { act, now });
      }
      return due.length;
    });
  }
}
