import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../design/button.tsx';
import { Choice } from '../../../design/choice.tsx';
import { Empty } from '../../../design/empty.tsx';
import { Loading } from '../../../design/loading.tsx';
import { Page } from '../../../design/page.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { DataHolders } from './data-holders.tsx';
import { EntryList } from './entry-list.tsx';
import { dataHoldersQuery, type TimelineFilter, type TimelineGroup, timelineQuery } from './timeline-queries.ts';

const groups: readonly TimelineGroup[] = [
  'consent-request',
  'consent',
  'data-session',
  'erasure',
  'account-link',
  'standing-choice',
  'principal',
];

export function TimelinePage() {
  const t = useTranslations('person.timeline');
  const common = useTranslations('common');
  const [filter, setFilter] = useState<TimelineFilter>({});
  const timeline = useInfiniteQuery(timelineQuery(filter));
  const entries = timeline.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Page title={t('title')} about={t('about')}>
      <DataHolders />
      <h2 className="text-lg font-semibold">{t('entries')}</h2>
      <Filters filter={filter} onChange={setFilter} />
      {timeline.isPending && <Loading lines={5} />}
      {timeline.isError && <ProblemNotice error={timeline.error} onRetry={() => void timeline.refetch()} />}
      {timeline.data !== undefined && entries.length === 0 && <Empty icon={History} title={t('none')} />}
      <EntryList entries={entries} />
      {timeline.hasNextPage && (
        <Button busy={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>
          {common('showMore')}
        </Button>
      )}
    </Page>
  );
}

interface FiltersProps {
  readonly filter: TimelineFilter;
  readonly onChange: (filter: TimelineFilter) => void;
}

function Filters({ filter, onChange }: FiltersProps) {
  const t = useTranslations('person.timeline');
  const { data } = useQuery(dataHoldersQuery);
  const known = [...(data?.dataProviders ?? []), ...(data?.dataUsers ?? [])].map(({ participant }) => participant);
  const change = (kind: TimelineGroup | undefined, participant: string | undefined) =>
    onChange({ ...(kind === undefined ? {} : { kind }), ...(participant === undefined ? {} : { participant }) });
  const participants = [...new Map(known.map(({ id, name }) => [id, name]))];
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Choice
        label={t('filterKind')}
        value={filter.kind ?? ''}
        onChange={(kind) =>
          change(
            groups.find((group) => group === kind),
            filter.participant,
          )
        }
        options={[
          { value: '', text: t('filterAll') },
          ...groups.map((group) => ({ value: group as string, text: t(`groups.${group}`) })),
        ]}
      />
      <Choice
        label={t('filterWho')}
        value={filter.participant ?? ''}
        onChange={(id) => change(filter.kind, id === '' ? undefined : id)}
        options={[
          { value: '', text: t('filterEveryone') },
          ...participants.map(([id, name]) => ({ value: id, text: name })),
        ]}
      />
    </div>
  );
}
