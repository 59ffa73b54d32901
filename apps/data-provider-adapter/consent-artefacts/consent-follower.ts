import type { ConsentStanding } from '#domain';
import type { Transaction } from '#platform';
import type { ConsentKey } from './kept-consent.ts';

/** Does what a change of a consent calls for, in the transaction that writes the change down. */
export abstract class ConsentFollower {
  abstract standingChanged(tx: Transaction, key: ConsentKey, standing: ConsentStanding): Promise<void>;
}
