import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Clock, Database, JobQueues, Replicas, SETTINGS, type Transaction } from '#platform';
import type { DataUserGatewaySettings } from '../settings/data-user-gateway.settings.ts';
import type { HandOver } from './hand-over.ts';
import { HandOverStore } from './hand-over-store.ts';

export const DELIVER_HAND_OVER = 'data-user-gateway.deliver-hand-over';
export const ERASE_HAND_OVER = 'data-user-gateway.erase-hand-over';
const BATCH = 500;

type Due = Pick<HandOver, 'id' | 'state'>;

export interface HandOverJob {
  readonly id: string;
}

/** Wakes workers for hand-overs. What the queue forgets the sweep finds: those whose time has come, or whose worker died. */
@Injectable()
export class HandOverQueue implements OnModuleInit {
  constructor(
    private readonly queues: JobQueues,
    private readonly handOvers: HandOverStore,
    private readonly clock: Clock,
    private readonly database: Database,
    replicas: Replicas,
    @Inject(SETTINGS) private readonly settings: Pick<DataUserGatewaySettings, 'FETCH_SWEEP_SECONDS'>,
  ) {
    // Not later: the first look for processes that are gone may come before this one's onModuleInit.
    replicas.whenGone((tx, gone) => this.takeOver(tx, gone));
  }

  onModuleInit(): void {
    const everyMs = this.settings.FETCH_SWEEP_SECONDS * 1000;
    this.queues.every('data-user-gateway.find-hand-overs', everyMs, () => this.sweep());
  }

  async add(due: Due, jobId: string = due.id): Promise<void> {
    const queue = due.state === 'ERASING' ? ERASE_HAND_OVER : DELIVER_HAND_OVER;
    await this.queues.add(queue, { id: due.id }, { id: jobId });
  }

  /** Under an id of its own: the job of a worker that died stands in the queue a while yet. */
  private async takeOver(tx: Transaction, gone: readonly string[]): Promise<void> {
    const freed = await this.handOvers.free(tx, gone);
    this.database.afterCommit(tx, async () => {
      for (const due of freed) await this.add(due, uuidv7());
    });
  }

  async sweep(): Promise<void> {
    for (const due of await this.handOvers.listDue(this.clock.now(), BATCH)) await this.add(due);
  }
}
