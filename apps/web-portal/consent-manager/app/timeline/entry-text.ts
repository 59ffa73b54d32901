import { type PersonWords, wordsFor } from '../words/data-words.ts';
import { rejectionWordsFor } from '../words/rejection-words.ts';
import type { Formatter } from '../words/terms-words.ts';
import type { TimelineEntry } from './timeline-queries.ts';

/** What happened, in the reader's language; as the role wrote it where it is of a kind that is not known here. */
export function entryText(t: PersonWords, format: Formatter, { kind, facts, text }: TimelineEntry): string {
  const known = `timeline.kinds.${kind}` as 'timeline.kinds.consent.paused';
  if (!t.has(known)) return text;
  const until = facts['until'];
  const reason = facts['reason'];
  const isRejection = kind === 'consent-request.rejected' && typeof reason === 'string';
  return t(known, {
    name: `${facts['name'] ?? ''}`,
    label: `${facts['label'] ?? ''}`,
    choice: `${facts['choice'] ?? ''}`,
    purpose: `${facts['purpose'] ?? ''}`,
    why: wordsFor(t, `timeline.why.${facts['code']}`, t('timeline.why.other')),
    records: Number(facts['records'] ?? 0),
    times: Number(facts['times'] ?? 1),
    ...given('reason', isRejection ? rejectionWordsFor(t, reason) : reason),
    ...given(
      'until',
      typeof until === 'string'
        ? format.dateTime(new Date(until), { dateStyle: 'medium', timeStyle: 'short' })
        : undefined,
    ),
  } as never);
}

/** A text asks by `…Given` whether there is one. */
function given(name: 'reason' | 'until', value: string | number | undefined): Record<string, string> {
  return { [name]: `${value ?? ''}`, [`${name}Given`]: value === undefined ? 'no' : 'yes' };
}
