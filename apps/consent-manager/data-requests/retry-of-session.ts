import { type Refusal, refuse } from '#domain';
import type { SessionToRetry } from './data-request-store.ts';

/**
 * Whether there is something to fetch once more under the same use. That the data user has nothing is its own word: a
 * provider does not serve again what it was told has arrived.
 */
export function checkFailed({
  returned,
  sessionState,
  receivedAt,
  dataRequestId,
}: SessionToRetry): Refusal | undefined {
  if (returned) return refuse('use-returned', dataRequestId);
  const isWhole = sessionState === 'COMPLETED' && receivedAt !== null;
  return isWhole ? refuse('nothing-to-retry', 'the session is complete, and was received') : undefined;
}
