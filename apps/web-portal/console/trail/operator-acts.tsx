import { UserCheck } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { answer } from '../../api/answer.ts';
import { Badge } from '../../design/badge.tsx';
import { Code } from '../../design/code.tsx';
import { When } from '../../design/when.tsx';
import { api } from '../api.ts';
import { pageOf } from '../parts/page-of.ts';
import { PagedTable } from '../parts/paged-table.tsx';
import { Section } from '../parts/section.tsx';

const askActs = async (after: string | undefined) => {
  const { acts, next } = await answer(api.GET('/operator/acts', { params: { query: pageOf(after) } }));
  return { rows: acts, next };
};

/** Who did what, and when: as it stands in the trail, sealed. */
export function OperatorActs() {
  const t = useTranslations('console.acts');
  const format = useFormatter();
  // An act of a newer node may not have words here yet.
  const nameOf = (act: string) => {
    const key = act.replaceAll('.', '-') as 'key-rotated';
    return t.has(`words.${key}`) ? t(`words.${key}`) : <Code>{act}</Code>;
  };
  return (
    <Section title={t('title')} about={t('about')}>
      <PagedTable
        queryKey={['operator-acts']}
        load={askActs}
        caption={t('title')}
        keyOf={({ index }) => `${index}`}
        empty={{ icon: UserCheck, title: t('empty') }}
        columns={[
          { name: t('at'), cell: ({ at }) => <When at={at} /> },
          {
            name: t('operator'),
            cell: ({ operator }) => operator ?? <span className="text-soft">{t('machine')}</span>,
          },
          {
            name: t('act'),
            cell: ({ act, outcome, count }) => (
              <>
                {nameOf(act)}
                {count !== null && ` × ${format.number(count)}`}
                {outcome !== 'done' && (
                  <>
                    {' '}
                    <Badge tone="bad">{outcome}</Badge>
                  </>
                )}
              </>
            ),
          },
          { name: t('subject'), cell: ({ about }) => <About about={about} /> },
          { name: t('entry'), isNumber: true, cell: ({ index }) => format.number(index) },
        ]}
      />
    </Section>
  );
}

/** The name of a colleague, or the id of a thing: that by its end. */
function About({ about }: { readonly about: string | null }) {
  if (about === null) return '—';
  const isId = /^[\w-]{30,}$/.test(about);
  return <bdi className="break-words">{isId ? <Code>{`…${about.slice(-8)}`}</Code> : about}</bdi>;
}
