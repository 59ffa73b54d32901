import { addDuration } from '../clock/duration.ts';
import type { Instant } from '../clock/instant.ts';
import type { ConsentState } from '../consent-artefact/consent-state.ts';
import type { ConsentTerms } from '../consent-artefact/consent-terms.ts';

export const erasureReasons = ['data-life-ended', 'consent-revoked', 'asked-by-data-user'] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/**
 * How far erasing reached what was handed on: the data user deleted it itself, the receiver answered for it, it was
 * told and has not answered yet, it cannot be reached, or nothing follows it there.
 */
export const reaches = ['erased', 'acknowledged', 'pending', 'unreachable', 'not-covered'] as const;
export type Reach = (typeof reaches)[number];

/** When data received at `receivedAt` must be gone. */
export function dataLifeEnds(receivedAt: Instant, terms: ConsentTerms): Instant {
  return addDuration(receivedAt, terms.dataLife);
}

/** Whether the consent's state alone ends the life of what was received under it. */
export function endsDataLife(state: ConsentState, terms: ConsentTerms): boolean {
  return state === 'REVOKED' && terms.eraseOnRevocation;
}
