import { useInfiniteQuery } from '@tanstack/react-query';
import { Table } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../design/button.tsx';
import { Choice } from '../../../design/choice.tsx';
import { Empty } from '../../../design/empty.tsx';
import { Loading } from '../../../design/loading.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import type { Consent } from '../consents/ask-consents.ts';
import { askRecords } from './ask-records.ts';
import { Export } from './export.tsx';
import { RecordRows } from './record-rows.tsx';

export function RecordsUnder({ consent }: { readonly consent: Consent }) {
  const t = useTranslations('dataUser.records');
  const common = useTranslations('common');
  const types = consent.terms.dataTypes.map(({ type }) => type);
  const [dataType, setDataType] = useState(types[0] ?? '');
  const records = useInfiniteQuery({
    queryKey: ['records', consent.id, dataType],
    queryFn: ({ pageParam }) => askRecords(consent.id, dataType, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    // Reading is an act: it is done once, and nothing of it stays when the page is left.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const rows = records.data?.pages.flatMap((page) => page.records) ?? [];
  return (
    <section className="space-y-4">
      <h2 className="text-lg font-semibold">{consent.terms.purpose.text}</h2>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <Choice
          label={t('dataType')}
          value={dataType}
          options={types.map((type) => ({ value: type, text: type }))}
          onChange={setDataType}
        />
        <Export consent={consent} dataType={dataType} />
      </div>
      {records.isPending && <Loading />}
      {records.isError && <ProblemNotice error={records.error} onRetry={() => void records.refetch()} />}
      {records.isSuccess && rows.length === 0 && <Empty icon={Table} title={t('none')} />}
      {rows.length > 0 && <RecordRows caption={t('of', { type: dataType })} records={rows} />}
      {records.hasNextPage && (
        <Button busy={records.isFetchingNextPage} onClick={() => void records.fetchNextPage()}>
          {common('showMore')}
        </Button>
      )}
    </section>
  );
}
