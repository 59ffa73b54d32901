import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock, JobQueues, SETTINGS } from '#platform';
import type { DataUserGatewaySettings } from '../settings/data-user-gateway.settings.ts';
import { DataErasureService } from './data-erasure.service.ts';
import { ERASE_REVOKED } from './erasure-queue.ts';
import { ErasureStore } from './erasure-store.ts';
import { OverdueWatch } from './overdue-watch.ts';

const BATCH = 1000;

/** The timer that ends data's life; it is not handed out from that moment on, whether or not the timer has come by. */
@Injectable()
export class ErasureSweep implements OnModuleInit {
  private readonly logger = new Logger(ErasureSweep.name);

  constructor(
    private readonly store: ErasureStore,
    private readonly erasure: DataErasureService,
    private readonly overdue: OverdueWatch,
    private readonly queues: JobQueues,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<DataUserGatewaySettings, 'ERASURE_SWEEP_SECONDS'>,
  ) {}

  onModuleInit(): void {
    const everyMs = this.settings.ERASURE_SWEEP_SECONDS * 1000;
    this.queues.every('data-user-gateway.end-data-lives', everyMs, () => this.sweep());
    this.queues.define<{ consentId: string }>(ERASE_REVOKED, async ({ consentId }) => {
      await this.erasure.erase(consentId, 'consent-revoked');
    });
  }

  async sweep(): Promise<void> {
    for (const id of await this.store.listRevoked(BATCH)) {
      await this.each(id, () => this.erasure.erase(id, 'consent-revoked'));
    }
    for (const id of await this.store.listLapsed(this.clock.now(), BATCH)) {
      await this.each(id, () => this.erasure.endDataLives(id));
    }
    await this.overdue.warn();
  }

  /** One consent that cannot be erased does not keep the others. */
  private async each(consentId: string, erase: () => Promise<unknown>): Promise<void> {
    try {
      await erase();
    } catch (error) {
      this.logger.error(error, `what was received under consent ${consentId} is not erased`);
    }
  }
}
