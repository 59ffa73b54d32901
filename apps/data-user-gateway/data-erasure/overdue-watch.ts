import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { addSeconds } from '#domain';
import { Clock, logContext, SETTINGS } from '#platform';
import type { DataUserGatewaySettings } from '../settings/data-user-gateway.settings.ts';
import { ErasureStore } from './erasure-store.ts';
import type { OverdueErasure } from './overdue-erasure.ts';

const MOST = 1000;
const NAMED = 20;

/** Shows the operator what should be gone and is not: a line in the log, a gauge, and a list. */
@Injectable()
export class OverdueWatch implements OnModuleInit {
  private readonly logger = new Logger(OverdueWatch.name);

  constructor(
    private readonly store: ErasureStore,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<DataUserGatewaySettings, 'ERASURE_SWEEP_SECONDS'>,
  ) {}

  onModuleInit(): void {
    const observer = logContext.getStore()?.observer;
    observer?.gauge('erasures_overdue', 'Data sessions whose data should be gone and is not.', async () => {
      return (await this.list()).length;
    });
  }

  /** What the timer has had its turn at, twice: at most a thousand. */
  list(): Promise<OverdueErasure[]> {
    const before = addSeconds(this.clock.now(), -2 * this.settings.ERASURE_SWEEP_SECONDS);
    return this.store.listOverdue(before, MOST);
  }

  async warn(): Promise<void> {
    const overdue = await this.list();
    if (overdue.length === 0) return;
    const named = overdue.slice(0, NAMED).map(({ sessionId }) => sessionId);
    this.logger.warn(`erasing is overdue for ${overdue.length} data sessions: ${named.join(', ')}`);
  }
}
