import type { Instant } from '#domain';
import type { Transaction } from '#platform';

/** Something done again and again, within one window of time. */
export interface CountedAct {
  readonly act: 'code-asked' | 'code-tried' | 'recovery-tried' | 'data-request-refused';
  /** Whose or whence it is; a keyed digest where it would name a place. */
  readonly subject: string;
  readonly windowEndsAt: Instant;
}

/** How often something was done: one count for all replicas. */
export abstract class ActCountStore {
  /** Counts one more; others that count the same wait until `tx` ends. @returns how many there are with it; undefined, and nothing counted, beyond `most` */
  abstract count(tx: Transaction, act: CountedAct, most: number): Promise<number | undefined>;
  /** Takes one off again. */
  abstract giveBack(tx: Transaction, act: CountedAct): Promise<void>;
  /** @returns how many were deleted */
  abstract forgetEnded(now: Instant): Promise<number>;
}
