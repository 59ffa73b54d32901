import type { Instant } from '#domain';
import type { Transaction } from '#platform';

export interface CodesLeft {
  readonly left: number;
  /** Null where there never were any. */
  readonly madeAt: Instant | null;
}

/** The codes of each person, as keyed digests. */
export abstract class RecoveryCodeStore {
  abstract count(principalId: string): Promise<CodesLeft>;
  /** In place of all from before. */
  abstract replace(tx: Transaction, principalId: string, digests: readonly Buffer[], now: Instant): Promise<void>;
  /** @returns false where there is no such code, or it was used */
  abstract spend(tx: Transaction, principalId: string, digest: Buffer, now: Instant): Promise<boolean>;
}
