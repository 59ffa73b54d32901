import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Database, JobQueues } from '#platform';
import { ConsentRequestStore } from './consent-request-store.ts';
import { RequestDecisions } from './request-decisions.ts';

const everyMs = 5000;
const batch = 100;

/** Ends requests nobody decided in time, those asked of nobody among them. */
@Injectable()
export class ExpireRequests implements OnModuleInit {
  constructor(
    private readonly queues: JobQueues,
    private readonly database: Database,
    private readonly store: ConsentRequestStore,
    private readonly decisions: RequestDecisions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.queues.every('consent-manager.expire-requests', everyMs, () => this.sweep());
  }

  async sweep(): Promise<void> {
    for (let count = batch; count === batch; ) count = await this.expireSome();
  }

  private async expireSome(): Promise<number> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const expired = await this.store.lockExpired(tx, now, batch);
      for (const request of expired) await this.decisions.close(tx, request, 'EXPIRED', now);
      return expired.length;
    });
  }
}
