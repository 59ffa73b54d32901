import type { TrailEvidence } from './receipt-forms.ts';

/** Whether the first entry says that the data request was authorised: what it says has still to be looked into. */
export function isAuthorisedIn({ entries: [first] }: TrailEvidence): boolean {
  return first?.entry.includes('"act":"data-request.authorised"') === true;
}
