import type { RefusalCode } from './refusal-codes.ts';

/** Whether asking again can help: as it stands but later, once something has been changed, or not at all. */
export const retryHelps = ['later', 'after-change', 'never'] as const;
export type RetryHelps = (typeof retryHelps)[number];

const later: readonly RefusalCode[] = [
  'request-too-slow',
  'too-many-requests',
  'trust-list-unavailable',
  'trust-list-not-from-root',
  'trust-list-expired',
  'trust-list-older',
  'trust-list-contradictory',
  'consent-not-active',
  'consent-paused',
  'consent-not-started',
  'frequency-exceeded',
  'participant-not-active',
  'artefact-not-here-yet',
  'part-not-ready',
  'manifest-not-ready',
  'part-tampered',
  'provider-unavailable',
  'peer-unavailable',
  'openid-provider-unavailable',
  'message-not-sent',
  'receipt-not-ready',
  'release-not-stated',
];

/** What has ended stays so: something new is to be asked for. */
const never: readonly RefusalCode[] = [
  'request-not-pending',
  'approved-otherwise',
  'request-expired',
  'consent-revoked',
  'consent-expired',
  'consent-state-terminal',
  'one-time-used',
  'use-lapsed',
  'use-returned',
  'nothing-to-retry',
  'session-ended',
  'data-erased',
  'data-user-not-consented',
  'purpose-not-consented',
];

export function retryAfter(code: RefusalCode): RetryHelps {
  if (later.includes(code)) return 'later';
  return never.includes(code) ? 'never' : 'after-change';
}

/** In words, for people. */
export const retryWords: Record<RetryHelps, string> = {
  later: 'Asking again later can help.',
  'after-change': 'Asking again helps only once that is changed.',
  never: 'Asking again does not help.',
};
