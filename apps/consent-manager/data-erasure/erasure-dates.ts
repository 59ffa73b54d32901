import { Injectable } from '@nestjs/common';
import { addDuration, dataLifeEnds, earlierOf, endsDataLife, type Instant } from '#domain';
import type { Transaction } from '#platform';
import { DataErasureStore } from './data-erasure-store.ts';

/** How long a data user has to erase once a revocation has reached it. */
const erasureGrace = 'PT1H';

/** When what was received must be gone: whatever the data user says, not later than the terms allow. */
@Injectable()
export class ErasureDates {
  constructor(private readonly store: DataErasureStore) {}

  async latestFor(tx: Transaction, consentId: string, receivedAt: Instant): Promise<Instant> {
    const { terms, revokedAt } = await this.store.erasureDate(tx, consentId);
    const lifeEnds = dataLifeEnds(receivedAt, terms);
    const ended = revokedAt !== null && endsDataLife('REVOKED', terms);
    return ended ? earlierOf(lifeEnds, addDuration(revokedAt, erasureGrace)) : lifeEnds;
  }

  /** The consent was revoked, and with it ends the life of what was received. */
  async endAll(tx: Transaction, consentId: string, revokedAt: Instant): Promise<void> {
    await this.store.bringForward(tx, consentId, addDuration(revokedAt, erasureGrace));
  }
}
