import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { JobQueues, SETTINGS } from '#platform';
import type { HandOver } from '../hand-over/hand-over.ts';
import { ERASE_HAND_OVER, type HandOverJob } from '../hand-over/hand-over-queue.ts';
import type { HandOverLease } from '../hand-over/hand-over-store.ts';
import { HandOverTargets } from '../hand-over/hand-over-targets.ts';
import { HandOverWork } from '../hand-over/hand-over-work.ts';
import { orLost } from '../hand-over/leased-delivery.ts';
import type { DataUserGatewaySettings } from '../settings/data-user-gateway.settings.ts';
import { FollowUpReceipts } from './follow-up-receipts.ts';

/** Takes back what was handed on at one place, and tells what became of it. */
@Injectable()
export class EraseHandOverJob implements OnModuleInit {
  constructor(
    private readonly work: HandOverWork,
    private readonly targets: HandOverTargets,
    private readonly receipts: FollowUpReceipts,
    private readonly queues: JobQueues,
    @Inject(SETTINGS) private readonly settings: Pick<DataUserGatewaySettings, 'HAND_OVER_CONCURRENCY'>,
  ) {}

  onModuleInit(): void {
    const concurrency = this.settings.HAND_OVER_CONCURRENCY;
    this.queues.define<HandOverJob>(ERASE_HAND_OVER, ({ id }) => this.run(id), { concurrency });
  }

  run(id: string): Promise<void> {
    return this.work.run(id, {
      state: 'ERASING',
      work: (lease, handOver) => this.takeBack(lease, handOver),
      giveUp: (lease, handOver) => this.giveUp(lease, handOver),
    });
  }

  private async giveUp(lease: HandOverLease, handOver: HandOver): Promise<void> {
    const problem = handOver.kind === 'push' ? 'It has not answered for it.' : 'The files could not be deleted.';
    await this.receipts.record(lease, handOver, { state: 'UNREACHABLE', filesDeleted: 0, problem, at: null });
  }

  private async takeBack(lease: HandOverLease, handOver: HandOver): Promise<void> {
    const { handOvers, clock } = this.work;
    const { filesDeleted, unreachable } = await this.targets.of(handOver.kind).takeBack({
      handOver,
      keepFound: async (names) => orLost(await handOvers.recordFound(lease, names)),
    });
    const state = unreachable === undefined ? 'ERASED' : 'UNREACHABLE';
    await this.receipts.record(lease, handOver, { state, filesDeleted, problem: unreachable, at: clock.now() });
  }
}
