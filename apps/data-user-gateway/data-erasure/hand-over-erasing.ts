import { Injectable } from '@nestjs/common';
import type { ErasureReason, Instant } from '#domain';
import { Clock, Database, type Transaction } from '#platform';
import { HandOverQueue } from '../hand-over/hand-over-queue.ts';
import { EraseHandOverJob } from './erase-hand-over.job.ts';
import { HandOverErasureStore } from './hand-over-erasure-store.ts';
import { LeftFiles } from './left-files.ts';

/**
 * Takes back what was handed on, before rows and keys go: files at once, so that the receipt can say that they are gone;
 * receivers are told, and nobody waits for them.
 */
@Injectable()
export class HandOverErasing {
  constructor(
    private readonly database: Database,
    private readonly store: HandOverErasureStore,
    private readonly job: EraseHandOverJob,
    private readonly queue: HandOverQueue,
    private readonly left: LeftFiles,
    private readonly clock: Clock,
  ) {}

  /**
   * @param lapsedBy only sessions whose data life has ended by then
   * @returns whether something was found that no table told of as standing
   */
  async before(consentId: string, reason: ErasureReason, lapsedBy?: Instant): Promise<boolean> {
    await this.database.transaction(async (tx) => this.beginIn(tx, consentId, reason, lapsedBy));
    const erasing = await this.store.listErasing(consentId);
    for (const { id, kind } of erasing) if (kind === 'file') await this.job.run(id);
    const left = await this.left.reopen(consentId, reason, lapsedBy);
    for (const id of left) await this.job.run(id);
    return left.length > 0;
  }

  /** Once more with the consent locked: for what was written down since. */
  beginIn(tx: Transaction, consentId: string, reason: ErasureReason, lapsedBy?: Instant): void {
    this.store.begin(tx, consentId, reason, this.clock.now(), lapsedBy);
    this.database.afterCommit(tx, () => this.wake(consentId));
  }

  private async wake(consentId: string): Promise<void> {
    for (const handOver of await this.store.listErasing(consentId)) {
      if (handOver.kind === 'push') await this.queue.add(handOver);
    }
  }
}
