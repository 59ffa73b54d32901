import type { Instant } from '#domain';

/** What ended long ago is forgotten. */
export abstract class RetentionStore {
  /** Each call deletes at most `limit` rows of a kind. @returns how many were deleted in all */
  abstract forget(before: Instant, limit: number): Promise<number>;
}
