import { Link } from '@tanstack/react-router';
import { ArrowLeftRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { pageOf } from '../../../console/parts/page-of.ts';
import { PagedTable } from '../../../console/parts/paged-table.tsx';
import { SessionState } from '../../../console/parts/session-state.tsx';
import { ShortId } from '../../../console/parts/short-id.tsx';
import { Code } from '../../../design/code.tsx';
import { When } from '../../../design/when.tsx';
import { api } from '../api.ts';

const askSessions = async (state: 'live' | 'past', after: string | undefined) => {
  const query = { state, ...pageOf(after) };
  const { dataSessions, next } = await answer(api.GET('/operator/data-sessions', { params: { query } }));
  return { rows: dataSessions, next };
};

/** Who asked for which kinds of records, and what was given; never about whom. */
export function SessionTable({ state }: { readonly state: 'live' | 'past' }) {
  const t = useTranslations('provider.dataSessions');
  const format = useFormatter();
  return (
    <PagedTable
      queryKey={['data-sessions', state]}
      load={(after) => askSessions(state, after)}
      caption={t(state)}
      keyOf={({ sessionId }) => sessionId}
      empty={{ icon: ArrowLeftRight, title: t(`empty.${state}`), about: t('emptyAbout') }}
      columns={[
        { name: t('asked'), cell: ({ requestedAt }) => <When at={requestedAt} /> },
        { name: t('dataUser'), cell: ({ dataUser }) => <Code>{dataUser}</Code> },
        {
          name: t('dataTypes'),
          cell: ({ dataTypes }) => (
            <ul>
              {dataTypes.map((type) => (
                <li key={type}>
                  <Code>{type}</Code>
                </li>
              ))}
            </ul>
          ),
        },
        { name: t('state'), cell: (session) => <SessionState state={session.state} /> },
        {
          name: state === 'live' ? t('partsFetched') : t('parts'),
          isNumber: true,
          cell: ({ parts, fetched }) => (state === 'live' ? t('fetchedOf', { fetched, parts }) : format.number(parts)),
        },
        { name: t('records'), isNumber: true, cell: ({ records }) => format.number(records) },
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
  );
}
