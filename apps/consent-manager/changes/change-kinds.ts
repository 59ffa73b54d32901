import { groupsOf } from '../timeline/timeline-groups.ts';
import type { TimelineKind } from '../timeline/timeline-words.ts';

/** What a page is to ask for anew. `timeline`: nothing but the timeline, which every change is on. */
export const changeKinds = [
  'consent-request',
  'consent',
  'data-session',
  'account-link',
  'erasure',
  'timeline',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export function changesOf(kind: TimelineKind): readonly ChangeKind[] {
  const told = changeKinds.filter((change) => (groupsOf(kind) as readonly string[]).includes(change));
  return told.length > 0 ? told : ['timeline'];
}
