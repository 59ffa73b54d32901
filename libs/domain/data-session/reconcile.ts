import type { Instant } from '../clock/instant.ts';

/** What comes of holding the provider's word on a session against the data user's, in the order a person would ask. */
export const sessionFindings = [
  'agrees',
  'not-received-in-time',
  'received-but-not-sent',
  'digests-differ',
  'counts-differ',
] as const;
export type SessionFinding = (typeof sessionFindings)[number];

/** What both sides said of one session. Null where a side has said nothing. */
export interface BothSides {
  readonly sent: { readonly manifestDigest: string; readonly served: number } | null;
  /** `misfits`: came and did not fit; null where it was not asked for yet (before misfits were kept). */
  readonly received: {
    readonly manifestDigest: string;
    readonly records: number;
    readonly misfits: number | null;
  } | null;
  /** Until when the silent side may still speak; null where nobody waits for it any more. */
  readonly confirmBy: Instant | null;
}

/** @returns undefined while nothing can be said: neither has spoken, or the other still has time */
export function reconcile({ sent, received, confirmBy }: BothSides, now: Instant): SessionFinding | undefined {
  if (sent === null && received === null) return undefined;
  const late = confirmBy === null || now >= confirmBy;
  // Of nothing there is nothing to confirm.
  if (received === null) return sent?.served === 0 ? 'agrees' : late ? 'not-received-in-time' : undefined;
  const came = received.records + (received.misfits ?? 0);
  if (sent === null) return came === 0 ? 'agrees' : late ? 'received-but-not-sent' : undefined;
  if (sent.manifestDigest !== received.manifestDigest) return 'digests-differ';
  const differ = received.misfits === null ? sent.served > 0 !== came > 0 : sent.served !== came;
  return differ ? 'counts-differ' : 'agrees';
}

/** The meaning of each finding and what an operator does next: for logs, stories and the command line. */
export const findingWords: Record<SessionFinding, { readonly why: string; readonly next: string }> = {
  agrees: { why: 'Both sides speak of the same.', next: 'Nothing is to be done.' },
  'not-received-in-time': {
    why: 'The provider says that it handed records over, and the data user has not confirmed them in time.',
    next: 'The data user looks at its session and at its events that wait; a late word settles it.',
  },
  'received-but-not-sent': {
    why: 'The data user says that it received records, and the provider has not said in time that it sent any.',
    next: 'The provider looks for the session and at its events that wait; a late word settles it.',
  },
  'digests-differ': {
    why: 'Provider and data user speak of different manifests.',
    next: 'Both operators compare the manifests they hold; what was received under another one is not to be used.',
  },
  'counts-differ': {
    why: 'The provider counts other records sent than the data user counts received.',
    next: 'Both operators compare their counts, account by account, with the manifest.',
  },
};
