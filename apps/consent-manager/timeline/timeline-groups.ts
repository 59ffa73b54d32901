import type { TimelineKind } from './timeline-words.ts';

/** What entries are about; a person filters her timeline by these, and pages hear of changes in these. */
export const timelineGroups = [
  'consent-request',
  'consent',
  'data-session',
  'account-link',
  'erasure',
  'standing-choice',
  'principal',
] as const;
export type TimelineGroup = (typeof timelineGroups)[number];

/** An act may touch more than one: an approval ends a request and begins a consent. */
const groups: Record<TimelineKind, readonly TimelineGroup[]> = {
  'principal.joined': ['principal'],
  'contact.verified': ['principal'],
  'openid-identity.linked': ['principal'],
  'openid-identity.unlinked': ['principal'],
  'passkey.made': ['principal'],
  'passkey.removed': ['principal'],
  'recovery-codes.made': ['principal'],
  'recovery-code.used': ['principal'],
  'account.linked': ['account-link'],
  'account.unlinked': ['account-link'],
  'account.unlinked-by-provider': ['account-link'],
  'consent-request.received': ['consent-request'],
  'consent-request.approved': ['consent-request', 'consent'],
  'consent-request.narrowed': ['consent-request', 'consent'],
  'consent-request.rejected': ['consent-request'],
  'consent-request.approved-by-choice': ['consent-request', 'consent', 'standing-choice'],
  'consent-request.approved-in-emergency': ['consent-request', 'consent', 'standing-choice'],
  'consent-request.rejected-by-choice': ['consent-request', 'standing-choice'],
  'consent-request.expired': ['consent-request'],
  'standing-choice.set': ['standing-choice'],
  'standing-choice.changed': ['standing-choice'],
  'standing-choice.turned-off': ['standing-choice'],
  'standing-choice.removed': ['standing-choice'],
  'consent.paused': ['consent'],
  'consent.resumed': ['consent'],
  'consent.revoked': ['consent'],
  'consent.ended-with-link': ['consent', 'account-link'],
  'consent.reduced-with-link': ['consent', 'account-link'],
  'consent.expired': ['consent'],
  'data-request.authorised': ['data-session'],
  'data-request.refused': ['data-session'],
  'data-request.returned': ['data-session'],
  'data-session.sent': ['data-session'],
  'data-session.received': ['data-session'],
  'data-session.mismatched': ['data-session'],
  'data-session.unconfirmed': ['data-session'],
  'data-session.unstated': ['data-session'],
  'data-session.matched': ['data-session'],
  'data-session.retried': ['data-session'],
  'data-session.erased': ['data-session', 'erasure'],
  'hand-over.erased': ['erasure'],
  'data-session.erasure-overdue': ['data-session', 'erasure'],
};

export function groupsOf(kind: TimelineKind): readonly TimelineGroup[] {
  // An entry that a newer version of this role wrote may be of a kind that is not known here.
  return groups[kind] ?? [];
}

export function kindsOf(group: TimelineGroup): TimelineKind[] {
  return (Object.keys(groups) as TimelineKind[]).filter((kind) => groups[kind].includes(group));
}
