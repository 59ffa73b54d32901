import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock, Database, JobQueues } from '#platform';
import { Timeline } from '../timeline/timeline.ts';
import { DataErasureStore } from './data-erasure-store.ts';

const everyMs = 60_000;
const batch = 100;

/** Tells people of data that should be gone, where no receipt has come. */
@Injectable()
export class OverdueErasures implements OnModuleInit {
  private readonly logger = new Logger(OverdueErasures.name);

  constructor(
    private readonly queues: JobQueues,
    private readonly database: Database,
    private readonly store: DataErasureStore,
    private readonly timeline: Timeline,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.queues.every('consent-manager.tell-overdue-erasures', everyMs, () => this.sweep());
  }

  async sweep(): Promise<void> {
    for (let count = batch; count === batch; ) count = await this.tellSome();
  }

  private async tellSome(): Promise<number> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const overdue = await this.store.takeOverdue(tx, now, batch);
      for (const { principalId, dataUser, consentId, sessionId } of overdue) {
        const facts = { participant: dataUser, consentId, sessionId };
        this.timeline.tell(tx, principalId, now, 'data-session.erasure-overdue', facts);
        this.logger.warn(`erasure of data session ${sessionId} is overdue at ${dataUser}`);
      }
      return overdue.length;
    });
  }
}
