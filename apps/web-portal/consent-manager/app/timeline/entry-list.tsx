import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { When } from '../../../design/when.tsx';
import { entryText } from './entry-text.ts';
import type { TimelineEntry } from './timeline-queries.ts';

/** Entries under the days they fall on, of the reader's own clock. */
export function EntryList({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const format = useFormatter();
  const days = Map.groupBy(entries, ({ at }) => format.dateTime(new Date(at), { dateStyle: 'full' }));
  return [...days].map(([day, ofDay]) => (
    <section key={day} aria-label={day}>
      <h3 className="mb-2 text-sm font-semibold text-soft">{day}</h3>
      <ol className="divide-y divide-line rounded-xl border border-line bg-surface">
        {ofDay.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  ));
}

const entryLink = 'inline-flex min-h-6 shrink-0 items-center text-sm text-accent underline-offset-4 hover:underline';
const troubles = ['mismatched', 'unconfirmed', 'unstated', 'overdue', 'refused'];

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const t = useTranslations('person');
  const format = useFormatter();
  const { kind, at, facts } = entry;
  const { consentId, handle, handedOn } = facts;
  const isTrouble = troubles.some((trouble) => kind.endsWith(trouble));
  return (
    <li className="flex flex-wrap gap-x-4 gap-y-1 px-4 py-3">
      <span className="w-16 shrink-0 text-sm text-soft tabular-nums">
        <When at={at} show="time" />
      </span>
      <div className="flex min-w-0 flex-1 basis-48 flex-wrap justify-between gap-x-4">
        <p className={isTrouble ? 'text-warn' : ''}>{entryText(t, format, entry)}</p>
        {/* How far erasing reached is told in English, as the role heard it. */}
        {typeof handedOn === 'string' && (
          <p lang="en" dir="ltr" className="basis-full text-sm text-soft">
            {handedOn}
          </p>
        )}
        {typeof consentId === 'string' && (
          <Link to="/consents/$id" params={{ id: consentId }} className={entryLink}>
            {t('timeline.toConsent')}
          </Link>
        )}
        {typeof consentId !== 'string' && typeof handle === 'string' && (
          <Link to="/requests/$handle" params={{ handle }} className={entryLink}>
            {t('timeline.toRequest')}
          </Link>
        )}
      </div>
    </li>
  );
}
