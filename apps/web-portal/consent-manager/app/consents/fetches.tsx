import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '../../../design/badge.tsx';
import { Disclosure } from '../../../design/disclosure.tsx';
import { Section } from '../../../design/section.tsx';
import { When } from '../../../design/when.tsx';
import { Receipts } from '../receipts/receipts.tsx';
import { useDataWords } from '../words/data-words.ts';
import type { ConsentDetail, Fetch } from './consent-queries.ts';

const tones: Record<Fetch['state'], Tone> = {
  ACTIVE: 'accent',
  COMPLETED: 'good',
  PARTIAL: 'warn',
  EXPIRED: 'neutral',
  FAILED: 'bad',
};

/** What was fetched under a consent: when, by whom, from whom, how much, and until when it is kept. */
export function Fetches({ consent }: { readonly consent: ConsentDetail }) {
  const t = useTranslations('person.consent');
  const fetches = consent.fetches.toSorted((a, b) => b.requestedAt.localeCompare(a.requestedAt));
  return (
    <Section title={t('fetches')} count={fetches.length}>
      {fetches.length === 0 && <p className="text-soft">{t('fetchesNone')}</p>}
      <ol className="space-y-3">
        {fetches.map((fetch) => (
          <OneFetch key={fetch.sessionId} fetch={fetch} />
        ))}
      </ol>
    </Section>
  );
}

function OneFetch({ fetch }: { readonly fetch: Fetch }) {
  const t = useTranslations('person.consent');
  const words = useDataWords();
  const { requestedAt, by, from, state, dataTypes, recordsSent, recordsReceived, matches } = fetch;
  return (
    <li className="space-y-2 rounded-xl border border-line bg-surface p-4 sm:p-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold">
          <When at={requestedAt} />
        </h3>
        <Badge tone={tones[state]}>{t(`fetchStates.${state}`)}</Badge>
      </div>
      <p>{t('fetchBy', { by: by.name, from: from.name })}</p>
      <p className="text-soft">{dataTypes.map(({ type }) => words.typeTitle(type)).join(' · ')}</p>
      <p>
        {recordsSent !== null && t('sent', { count: recordsSent })}{' '}
        {recordsReceived !== null && t('received', { count: recordsReceived })}{' '}
        {matches === false && <strong className="text-bad">{t('differs')}</strong>}
      </p>
      <Erasing fetch={fetch} />
      {recordsSent !== null && (
        <Disclosure title={t('fetchReceipt')}>
          <Receipts path={`/me/data-sessions/${fetch.sessionId}`} />
        </Disclosure>
      )}
    </li>
  );
}

function Erasing({ fetch: { erasedAt, eraseBy, erasureOverdue } }: { readonly fetch: Fetch }) {
  const t = useTranslations('person.consent');
  if (erasedAt !== null) return <p className="text-good">{t.rich('erased', { when: () => <When at={erasedAt} /> })}</p>;
  if (eraseBy === null) return null;
  const when = () => <When at={eraseBy} />;
  return erasureOverdue ? (
    <p className="font-semibold text-bad">{t.rich('eraseOverdue', { when })}</p>
  ) : (
    <p className="text-soft">{t.rich('eraseBy', { when })}</p>
  );
}
