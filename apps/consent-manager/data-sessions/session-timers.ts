import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isEnded } from '#domain';
import { Clock, Database, JobQueues } from '#platform';
import { DataSessionStore } from './data-session-store.ts';
import { Reconciliation } from './reconciliation.ts';

const everyMs = 30_000;
const batch = 100;

/** Ends sessions whose 24 hours are over, and notices where one side has not confirmed what the other said. */
@Injectable()
export class SessionTimers implements OnModuleInit {
  constructor(
    private readonly queues: JobQueues,
    private readonly database: Database,
    private readonly store: DataSessionStore,
    private readonly reconciliation: Reconciliation,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.queues.every('consent-manager.end-sessions', everyMs, () => this.sweep());
  }

  async sweep(): Promise<void> {
    for (let count = batch; count === batch; ) count = await this.endSome();
    for (let count = batch; count === batch; ) count = await this.concludeSome();
  }

  private async endSome(): Promise<number> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const lapsed = await this.store.lockLapsed(tx, now, batch);
      for (const session of lapsed) {
        this.store.end(tx, session.id, isEnded(session.state) ? session.state : 'EXPIRED', now);
      }
      return lapsed.length;
    });
  }

  private async concludeSome(): Promise<number> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const unconfirmed = await this.store.lockUnconfirmed(tx, now, batch);
      for (const session of unconfirmed) await this.reconciliation.conclude(tx, session);
      return unconfirmed.length;
    });
  }
}
