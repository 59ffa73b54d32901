import { useInfiniteQuery } from '@tanstack/react-query';
import { Waypoints } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Chart } from '../../../console/parts/chart.tsx';
import { Button } from '../../../design/button.tsx';
import { Empty } from '../../../design/empty.tsx';
import { Loading } from '../../../design/loading.tsx';
import { Page } from '../../../design/page.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { askFlow, type Trail } from './ask-flow.ts';
import { FlowFigures } from './flow-figures.tsx';
import { TrailTable } from './trail-table.tsx';

/** More bars than this are a wall: the table has them all. */
const mostBars = 20;

export function FlowPage() {
  const t = useTranslations('registry.flow');
  const flow = useInfiniteQuery({
    queryKey: ['flow'],
    queryFn: ({ pageParam }) => askFlow(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: 10_000,
  });
  const trails = flow.data?.pages.flatMap((page) => page.trails) ?? [];
  return (
    <Page title={t('title')} about={t('about')}>
      {flow.isPending && <Loading />}
      {flow.isError && <ProblemNotice error={flow.error} onRetry={() => void flow.refetch()} />}
      {flow.isSuccess && trails.length === 0 && <Empty icon={Waypoints} title={t('empty')} />}
      {trails.length > 0 && <FlowOf trails={trails} />}
      {flow.hasNextPage && <MoreButton busy={flow.isFetchingNextPage} onClick={() => void flow.fetchNextPage()} />}
    </Page>
  );
}

function FlowOf({ trails }: { readonly trails: readonly Trail[] }) {
  const t = useTranslations('registry.flow');
  const drawn = trails
    .filter(({ size }) => size !== null)
    .sort((a, b) => (b.size ?? 0) - (a.size ?? 0))
    .slice(0, mostBars);
  return (
    <>
      <p className="text-soft">{t('unknown')}</p>
      <FlowFigures trails={trails} />
      {drawn.length > 0 && (
        <Chart
          isLying
          isTabled
          caption={t('chart')}
          rowName={t('participant')}
          series={[
            { key: 'before', name: t('before') },
            { key: 'newest', name: t('newest') },
          ]}
          rows={drawn.map(({ participant, role, name, size, earlierSize }) => ({
            key: `${participant} ${role}`,
            name,
            values: { before: earlierSize ?? 0, newest: (size ?? 0) - (earlierSize ?? 0) },
          }))}
        />
      )}
      <TrailTable trails={trails} />
    </>
  );
}

function MoreButton(props: { readonly busy: boolean; readonly onClick: () => void }) {
  const t = useTranslations('common');
  return <Button {...props}>{t('showMore')}</Button>;
}
