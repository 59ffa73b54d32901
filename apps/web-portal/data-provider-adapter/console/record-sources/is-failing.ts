import type { SourceRead } from './ask-sources.ts';

/** What came last counts: a source that gave records after it failed is well again. */
export function isFailing({ readAt, failedAt }: Pick<SourceRead, 'readAt' | 'failedAt'>): boolean {
  return failedAt !== null && (readAt === null || readAt < failedAt);
}
