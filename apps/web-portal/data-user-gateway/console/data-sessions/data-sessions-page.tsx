import { Link } from '@tanstack/react-router';
import { ArrowLeftRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { PagedTable } from '../../../console/parts/paged-table.tsx';
import { ShortId } from '../../../console/parts/short-id.tsx';
import { Code } from '../../../design/code.tsx';
import { Page } from '../../../design/page.tsx';
import { When } from '../../../design/when.tsx';
import { askSessions, type FetchedSession } from './ask-sessions.ts';
import { FetchState } from './fetch-state.tsx';

export function DataSessionsPage() {
  const t = useTranslations('dataUser.dataSessions');
  const format = useFormatter();
  return (
    <Page title={t('title')} about={t('about')}>
      <PagedTable<FetchedSession>
        queryKey={['data-sessions']}
        refreshMs={3000}
        load={askSessions}
        caption={t('title')}
        keyOf={({ sessionId }) => sessionId}
        empty={{ icon: ArrowLeftRight, title: t('empty'), about: t('emptyAbout') }}
        columns={[
          { name: t('asked'), cell: ({ createdAt }) => <When at={createdAt} /> },
          { name: t('dataProvider'), cell: ({ dataProvider }) => <Code>{dataProvider}</Code> },
          { name: t('state'), cell: (session) => <FetchState {...session} /> },
          { name: t('records'), isNumber: true, cell: ({ records }) => format.number(records) },
          {
            name: t('erased'),
            cell: ({ erasedAt, eraseBy }) => {
              if (erasedAt !== null) return t.rich('erasedAt', { when: () => <When at={erasedAt} show="day" /> });
              if (eraseBy === null) return '—';
              const due = t.rich('eraseBy', { when: () => <When at={eraseBy} show="since" /> });
              return Date.parse(eraseBy) > Date.now() ? due : <span className="text-bad">{due}</span>;
            },
          },
          { name: t('consent'), cell: ({ consentId }) => <ShortId id={consentId} /> },
          {
            name: t('story'),
            cell: ({ sessionId }) => (
              <Link
                to="/data-sessions/$id"
                params={{ id: sessionId }}
                aria-label={t('storyOf', { id: sessionId.slice(-8) })}
                className="inline-flex min-h-6 items-center text-accent underline underline-offset-4"
              >
                <ShortId id={sessionId} />
              </Link>
            ),
          },
        ]}
      />
    </Page>
  );
}
