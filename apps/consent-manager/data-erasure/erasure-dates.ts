import { Injectable } from '@nestjs/common';
import { addDuration, type ConsentTerms, dataLifeEnds, earlierOf, endsDataLife, type Instant } from '#domain';
import type { Transaction } from '#platform';
import { DataErasureStore } from './data-erasure-store.ts';

/** How long a data user has to erase once a revocation has reached it. */
const erasureGrace = 'PT1H';

/** What bounds the life of what was received under a consent. */
export interface ErasureTerms {
  readonly terms: ConsentTerms;
  /** When the consent was revoked, if it was. */
  readonly revokedAt: Instant | null;
}

export interface SentErasure {
  /** null where nothing was served. */
  readonly eraseBy: Instant | null;
  /** A duration; null where a revocation changes nothing. */
  readonly afterRevocation: string | null;
}

/** Something received under a consent. */
interface Received {
  readonly eraseBy: Instant | null;
  readonly erasedAt: Instant | null;
}

/** When what was received must be gone: whatever the data user says, not later than the terms allow. */
@Injectable()
export class ErasureDates {
  constructor(private readonly store: DataErasureStore) {}

  /**
   * Of what a provider sent, before the data user has said anything: whoever keeps silent is held to a date, too.
   * @returns what the terms say, and how long after a revocation it must be gone, where one ends its life
   */
  ofSent({ terms }: ErasureTerms, served: number, sentAt: Instant): SentErasure {
    if (served === 0) return { eraseBy: null, afterRevocation: null };
    const afterRevocation = endsDataLife('REVOKED', terms) ? erasureGrace : null;
    return { eraseBy: dataLifeEnds(sentAt, terms), afterRevocation };
  }

  /** @param consent held in the transaction that writes it down, so that no revocation is missed */
  latestFor({ terms, revokedAt }: ErasureTerms, receivedAt: Instant): Instant {
    const lifeEnds = dataLifeEnds(receivedAt, terms);
    const ended = revokedAt !== null && endsDataLife('REVOKED', terms);
    return ended ? earlierOf(lifeEnds, addDuration(revokedAt, erasureGrace)) : lifeEnds;
  }

  /**
   * The consent was revoked, and with it ends the life of what was received.
   * @param known of that, as far as it was read. @returns it as it is then
   */
  endAll<R extends Received>(tx: Transaction, consentId: string, revokedAt: Instant, known: readonly R[]): R[] {
    const eraseBy = addDuration(revokedAt, erasureGrace);
    this.store.bringForward(tx, consentId, eraseBy);
    return known.map((received) =>
      received.eraseBy === null || received.erasedAt !== null
        ? received
        : { ...received, eraseBy: earlierOf(received.eraseBy, eraseBy) },
    );
  }
}
