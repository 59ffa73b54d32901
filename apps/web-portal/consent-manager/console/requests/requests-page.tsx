import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Asked } from '../../../console/parts/asked.tsx';
import { Chart } from '../../../console/parts/chart.tsx';
import { lastDays } from '../../../console/parts/days.ts';
import { type DayCount, DaysChoice } from '../../../console/parts/days-choice.tsx';
import { Duration } from '../../../console/parts/duration.tsx';
import { Figure, Figures } from '../../../console/parts/figure.tsx';
import { useDayName } from '../../../console/parts/use-day-name.ts';
import { Empty } from '../../../design/empty.tsx';
import { Page } from '../../../design/page.tsx';
import { api } from '../api.ts';
import { type Funnel, outcomes, outcomesByDay, timesByDay } from './funnel.ts';

export function RequestsPage() {
  const t = useTranslations('manager.requests');
  const [days, setDays] = useState<DayCount>('30');
  const funnel = useQuery({
    queryKey: ['funnel', days],
    queryFn: () => answer(api.GET('/operator/funnel', { params: { query: { days } } })),
    refetchInterval: 30_000,
  });
  return (
    <Page title={t('title')} about={t('about')} actions={<DaysChoice days={days} onChange={setDays} />}>
      <Asked query={funnel}>
        {(data) =>
          data.total.asked === 0 ? (
            <Empty icon={Inbox} title={t('empty')}>
              {t('emptyAbout')}
            </Empty>
          ) : (
            <FunnelOf funnel={data} days={lastDays(Number(days), Date.now())} />
          )
        }
      </Asked>
    </Page>
  );
}

function FunnelOf({ funnel, days }: { readonly funnel: Funnel; readonly days: readonly string[] }) {
  const t = useTranslations();
  const format = useFormatter();
  const nameOf = useDayName();
  const { asked, approved, narrowed, rejected, expired, pending, p50, p95 } = funnel.total;
  const share = (count: number) => format.number(count / asked, { style: 'percent', maximumFractionDigits: 0 });
  const named = (rows: ReturnType<typeof timesByDay>) => rows.map((row) => ({ ...row, name: nameOf(row.key) }));
  const times = timesByDay(funnel, days);
  return (
    <>
      <Figures>
        <Figure
          name={t('manager.requests.asked')}
          value={format.number(asked)}
          about={t('manager.requests.stillPending', { count: pending })}
        />
        <Figure
          name={t('manager.requests.outcomes.approved')}
          value={share(approved)}
          about={t('manager.requests.ofThemNarrowed', { count: approved, narrowed })}
        />
        <Figure
          name={t('manager.requests.outcomes.rejected')}
          value={share(rejected)}
          about={t('manager.requests.expiredToo', { count: rejected, expired })}
        />
        <Figure
          name={t('manager.requests.timeToDecide')}
          value={p50 === null ? '—' : <Duration seconds={p50} />}
          about={p95 !== null && t.rich('manager.requests.slowest', { time: () => <Duration seconds={p95} /> })}
        />
      </Figures>
      <Chart
        caption={t('manager.requests.byDay')}
        rowName={t('console.parts.day')}
        series={outcomes.map((key) => ({ key, name: t(`manager.requests.outcomes.${key}`) }))}
        rows={named(outcomesByDay(funnel, days))}
      />
      {times.length > 0 && (
        <Chart
          isStacked={false}
          caption={t('manager.requests.timesByDay')}
          rowName={t('console.parts.day')}
          series={[
            { key: 'p50', name: t('manager.requests.p50') },
            { key: 'p95', name: t('manager.requests.p95') },
          ]}
          rows={named(times)}
        />
      )}
    </>
  );
}
