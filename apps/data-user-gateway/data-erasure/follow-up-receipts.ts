import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Clock, Database, type Transaction } from '#platform';
import { HeldConsentStore } from '../consent-artefacts/held-consent-store.ts';
import type { HandOver } from '../hand-over/hand-over.ts';
import type { HandOverLease } from '../hand-over/hand-over-store.ts';
import { HandOverLost } from '../hand-over/hand-over-target.ts';
import { DeletionReceipts } from './deletion-receipts.ts';
import { ErasureStore } from './erasure-store.ts';
import { HandOverErasureStore, type TakingBackEnd } from './hand-over-erasure-store.ts';

/**
 * What becomes of a hand-over after a receipt called it pending is told in a receipt of its own. A session whose files
 * kept it out of the one before is named in it, once nothing of it is left.
 */
@Injectable()
export class FollowUpReceipts {
  constructor(
    private readonly database: Database,
    private readonly consents: HeldConsentStore,
    private readonly store: HandOverErasureStore,
    private readonly receipts: DeletionReceipts,
    private readonly erasures: ErasureStore,
    private readonly clock: Clock,
  ) {}

  /** @throws HandOverLost */
  async record(lease: HandOverLease, handOver: HandOver, end: TakingBackEnd): Promise<void> {
    await this.database.transaction((tx) => this.recordIn(tx, lease, handOver, end));
  }

  private async recordIn(tx: Transaction, lease: HandOverLease, handOver: HandOver, end: TakingBackEnd): Promise<void> {
    const consent = await this.consents.lock(tx, handOver.consentId);
    const recorded = await this.store.recordEnd(tx, lease, end);
    if (recorded === undefined) throw new HandOverLost();
    // Where none has been given yet, the receipt of the erasing itself will say it.
    if (consent === undefined || recorded.reportedState === null || recorded.reportedState === end.state) return;
    const reason = handOver.eraseReason ?? 'asked-by-data-user';
    const id = uuidv7();
    const sessions = await this.erasures.accountFor(tx, consent.id, id);
    await this.receipts.issue(tx, consent, { id, reason, now: this.clock.now(), sessions, keysDestroyed: 0 });
  }
}
