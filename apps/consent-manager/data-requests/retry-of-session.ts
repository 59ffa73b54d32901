import { type Instant, isEnded, type Refusal, refuse, type SessionState } from '#domain';
import type { RenewedSession } from './data-request-store.ts';

/** A session as its data user asks for what failed of it once more. */
export interface SessionToRetry extends RenewedSession {
  readonly sessionState: SessionState;
  readonly sentAt: Instant | null;
  readonly receivedAt: Instant | null;
  /** Nothing was served in the whole data request: its use was given back. */
  readonly returned: boolean;
  /** The session that does so already. */
  readonly retriedBy: string | null;
}

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
  const isWhole = isEnded(sessionState) && sessionState === 'COMPLETED' && receivedAt !== null;
  return isWhole ? refuse('nothing-to-retry', 'the session is complete, and was received') : undefined;
}
