import { Injectable, Logger } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type ErasureReason, type Instant, RefusedError, refuse } from '#domain';
import { Clock, Database, type Transaction } from '#platform';
import type { HeldConsent } from '../consent-artefacts/held-consent.ts';
import { HeldConsentStore } from '../consent-artefacts/held-consent-store.ts';
import { DeletionReceipts } from './deletion-receipts.ts';
import { Eraser } from './eraser.ts';
import type { KeptReceipt } from './erasure-store.ts';
import { HandOverErasing } from './hand-over-erasing.ts';

/** Erases all that was received under a consent, and says so under signature: both in one transaction or neither. */
@Injectable()
export class DataErasureService {
  private readonly logger = new Logger(DataErasureService.name);

  constructor(
    private readonly database: Database,
    private readonly consents: HeldConsentStore,
    private readonly eraser: Eraser,
    private readonly receipts: DeletionReceipts,
    private readonly handOvers: HandOverErasing,
    private readonly clock: Clock,
  ) {}

  /** Asked again when nothing has come since, it is the same receipt. @throws RefusedError `consent-unknown` */
  async erase(consentId: string, reason: ErasureReason): Promise<KeptReceipt> {
    const hasFound = await this.handOvers.before(consentId, reason);
    return this.database.transaction(async (tx) => {
      const consent = await this.lock(tx, consentId);
      // Under the lock: a timer and own systems may erase at the same moment, and that is one receipt.
      const last = await this.receipts.findLast(consentId, tx);
      if (last !== undefined && !hasFound && !(await this.eraser.isAnythingLeft(tx, consentId))) return last;
      return this.eraseAll(tx, consent, reason, this.clock.now());
    });
  }

  /** Where data life has ended: each end has its receipt, and the last takes the key along. */
  async endDataLives(consentId: string): Promise<void> {
    const lapsedBy = this.clock.now();
    await this.handOvers.before(consentId, 'data-life-ended', lapsedBy);
    await this.database.transaction(async (tx) => {
      const consent = await this.lock(tx, consentId);
      const [id, now] = [uuidv7(), this.clock.now()];
      this.handOvers.beginIn(tx, consentId, 'data-life-ended', now);
      const erased = await this.eraser.endDataLives(tx, consentId, id, now);
      if (erased === undefined) return;
      await this.receipts.issue(tx, consent, { id, reason: 'data-life-ended', now, ...erased });
    });
  }

  private async eraseAll(tx: Transaction, consent: HeldConsent, reason: ErasureReason, now: Instant) {
    const id = uuidv7();
    this.handOvers.beginIn(tx, consent.id, reason);
    const erased = await this.eraser.erase(tx, consent.id, { receiptId: id, reason, now });
    const receipt = await this.receipts.issue(tx, consent, { id, reason, now, ...erased });
    this.logger.log(`what was received under consent ${consent.id} is erased: ${reason}`);
    return receipt;
  }

  private async lock(tx: Transaction, consentId: string): Promise<HeldConsent> {
    const consent = await this.consents.lock(tx, consentId);
    if (consent === undefined) throw new RefusedError(refuse('consent-unknown', consentId));
    return consent;
  }
}
