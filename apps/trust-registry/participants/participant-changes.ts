import type { Instant } from '#domain';
import type { Transaction } from '#platform';

/** How who is in the network changes: one change at a time, and each in one transaction with the list that says so. */
export abstract class ParticipantChanges {
  abstract change<T>(work: (tx: Transaction, now: Instant) => Promise<T>): Promise<T>;
}
