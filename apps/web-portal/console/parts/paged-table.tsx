import { useInfiniteQuery } from '@tanstack/react-query';
import type { LucideIcon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../../design/button.tsx';
import { DataTable, type TableColumn } from '../../design/data-table.tsx';
import { Empty } from '../../design/empty.tsx';
import { Loading } from '../../design/loading.tsx';
import { ProblemNotice } from '../../design/problem-notice.tsx';

export interface Paged<T> {
  readonly rows: readonly T[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
}

interface PagedTableProps<T> {
  readonly queryKey: readonly unknown[];
  readonly load: (after: string | undefined) => Promise<Paged<T>>;
  readonly caption: string;
  readonly columns: readonly TableColumn<T>[];
  readonly keyOf: (row: T) => string;
  /** Where rows come and go by themselves: how often to look again. */
  readonly refreshMs?: number;
  readonly empty: { readonly icon: LucideIcon; readonly title: string; readonly about?: string };
}

/** Rows of a list that may be long: some at first, more when asked for. */
export function PagedTable<T>({ queryKey, load, refreshMs, empty, ...table }: PagedTableProps<T>) {
  const t = useTranslations('common');
  const listed = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: refreshMs ?? false,
  });
  if (listed.isPending) return <Loading />;
  if (listed.isError) return <ProblemNotice error={listed.error} onRetry={() => void listed.refetch()} />;
  const rows = listed.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) {
    return (
      <Empty icon={empty.icon} title={empty.title}>
        {empty.about}
      </Empty>
    );
  }
  return (
    <div className="space-y-3">
      <DataTable {...table} rows={rows} />
      {listed.hasNextPage && (
        <Button busy={listed.isFetchingNextPage} onClick={() => void listed.fetchNextPage()}>
          {t('showMore')}
        </Button>
      )}
    </div>
  );
}
