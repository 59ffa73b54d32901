import type { Transaction } from '#platform';

/** Where data life ends with a consent, what was received under it goes. */
export abstract class DataLifeEnding {
  /** Once the transaction is committed, and soon. */
  abstract addAfter(tx: Transaction, consentId: string): void;
}
