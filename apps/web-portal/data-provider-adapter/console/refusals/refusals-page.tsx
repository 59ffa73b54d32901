import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Asked } from '../../../console/parts/asked.tsx';
import { Chart } from '../../../console/parts/chart.tsx';
import { lastDays } from '../../../console/parts/days.ts';
import { type DayCount, DaysChoice } from '../../../console/parts/days-choice.tsx';
import { Section } from '../../../console/parts/section.tsx';
import { useDayName } from '../../../console/parts/use-day-name.ts';
import { useWordsOr } from '../../../console/words/known-words.tsx';
import { Code } from '../../../design/code.tsx';
import { DataTable } from '../../../design/data-table.tsx';
import { Empty } from '../../../design/empty.tsx';
import { Page } from '../../../design/page.tsx';
import { api } from '../api.ts';
import { drawRefusals, OTHERS, totalsByCode } from './refusals-by-day.ts';

const askRefusals = (days: DayCount) => answer(api.GET('/operator/refusals', { params: { query: { days } } }));
type Refusals = Awaited<ReturnType<typeof askRefusals>>['refusals'];

export function RefusalsPage() {
  const t = useTranslations('provider.refusals');
  const [days, setDays] = useState<DayCount>('7');
  const refusals = useQuery({
    queryKey: ['refusals', days],
    queryFn: () => askRefusals(days),
    refetchInterval: 30_000,
  });
  return (
    <Page title={t('title')} about={t('about')} actions={<DaysChoice days={days} onChange={setDays} />}>
      <Asked query={refusals}>{(data) => <Refused refusals={data.refusals} days={Number(days)} />}</Asked>
    </Page>
  );
}

function Refused({ refusals, days }: { readonly refusals: Refusals; readonly days: number }) {
  const t = useTranslations();
  const format = useFormatter();
  const nameOf = useDayName();
  const words = useWordsOr();
  const { rows, codes, hasOthers, total } = drawRefusals(refusals, lastDays(days, Date.now()));
  if (total === 0) {
    return (
      <Empty icon={CircleCheck} title={t('provider.refusals.empty')}>
        {t('provider.refusals.emptyAbout')}
      </Empty>
    );
  }
  const others = hasOthers ? [{ key: OTHERS, name: t('console.parts.other') }] : [];
  return (
    <>
      <Chart
        caption={t('provider.refusals.byDay')}
        rowName={t('console.parts.day')}
        series={[...codes.map((code) => ({ key: code, name: code })), ...others]}
        rows={rows.map((row) => ({ ...row, name: nameOf(row.key) }))}
      />
      <Section title={t('provider.refusals.byCode')}>
        <DataTable
          caption={t('provider.refusals.byCode')}
          rows={totalsByCode(refusals)}
          keyOf={({ code }) => code}
          columns={[
            { name: t('provider.refusals.code'), cell: ({ code }) => <Code>{code}</Code> },
            { name: t('provider.refusals.meaning'), cell: ({ code, title }) => words(`refusals.${code}.why`, title) },
            { name: t('provider.refusals.next'), cell: ({ code, next }) => words(`refusals.${code}.next`, next) },
            {
              name: t('provider.refusals.count'),
              isNumber: true,
              cell: ({ refusals: count }) => format.number(count),
            },
          ]}
        />
      </Section>
    </>
  );
}
