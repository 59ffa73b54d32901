import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { groundedOn } from '#domain';
import { AuditTrail, JobQueues, SETTINGS } from '#platform';
import type { DataUserGatewaySettings } from '../settings/data-user-gateway.settings.ts';
import type { HandOver } from './hand-over.ts';
import { DELIVER_HAND_OVER, type HandOverJob } from './hand-over-queue.ts';
import type { HandOverLease } from './hand-over-store.ts';
import { HandOverLost } from './hand-over-target.ts';
import { HandOverTargets } from './hand-over-targets.ts';
import { HandOverWork } from './hand-over-work.ts';
import { DeliveryMeans, LeasedDelivery, orLost } from './leased-delivery.ts';

/** Hands the records of a session over at one place. */
@Injectable()
export class DeliverHandOverJob implements OnModuleInit {
  constructor(
    private readonly work: HandOverWork,
    private readonly means: DeliveryMeans,
    private readonly targets: HandOverTargets,
    private readonly queues: JobQueues,
    private readonly trail: AuditTrail,
    @Inject(SETTINGS) private readonly settings: Pick<DataUserGatewaySettings, 'HAND_OVER_CONCURRENCY'>,
  ) {}

  onModuleInit(): void {
    const concurrency = this.settings.HAND_OVER_CONCURRENCY;
    this.queues.define<HandOverJob>(DELIVER_HAND_OVER, ({ id }) => this.run(id), { concurrency });
  }

  run(id: string): Promise<void> {
    return this.work.run(id, { state: 'WAITING', work: (lease, handOver) => this.deliver(lease, handOver) });
  }

  private async deliver(lease: HandOverLease, handOver: HandOver): Promise<void> {
    const { handOvers, clock } = this.work;
    const session = await handOvers.findSession(handOver.sessionId, clock.now());
    // Its life has ended: the sweep that erases it takes this along.
    if (session === undefined) throw new HandOverLost();
    const delivery = new LeasedDelivery(this.means, lease, handOver, session);
    const progress = await this.targets.of(handOver.kind).deliver(delivery);
    const { consentId, sessionId, manifestDigest: digest, records } = session;
    const about = { ground: groundedOn(consentId), session: sessionId, digest, records };
    const noted = this.trail.prepare({ act: 'data.handed-over', ...about });
    orLost(await handOvers.recordDelivered(lease, progress, clock.now(), noted));
  }
}
