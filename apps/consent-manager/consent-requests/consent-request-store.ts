import type { Instant, RequestState } from '#domain';
import type { PreparedTrail, Transaction } from '#platform';
import type { TimelineEntry } from '../timeline/timeline-store.ts';
import type { ConsentRequest } from './consent-request.ts';

export interface RequestEnd {
  readonly state: RequestState;
  readonly now: Instant;
  readonly reason?: string | undefined;
}

/** The asks of data users, pending and decided. */
export abstract class ConsentRequestStore {
  /**
   * Saves a pending request; where the person exists, its timeline entry and that she is to be written to, or that her standing choices
   * are to be asked first: in one statement, so that no one who
   * measures learns whether she does.
   * @param principal as it was asked for
   */
  abstract add(
    tx: Transaction,
    request: ConsentRequest,
    principal: string,
    entry: TimelineEntry,
    noted: PreparedTrail,
  ): void;
  abstract find(handle: string, principalId: string): Promise<ConsentRequest | undefined>;
  /** Newest first. */
  abstract listOf(principalId: string, limit: number, before?: string): Promise<ConsentRequest[]>;
  abstract lock(tx: Transaction, handle: string, principalId: string): Promise<ConsentRequest | undefined>;
  abstract lockExpired(tx: Transaction, now: Instant, limit: number): Promise<ConsentRequest[]>;
  /** Without a consent: an approval ends its request where the consent is saved. */
  abstract end(tx: Transaction, handle: string, end: RequestEnd): void;
  /** Deletes what was asked of nobody. @returns how many */
  abstract forgetOfNobody(expiredBefore: Instant): Promise<number>;
}
