import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { DataTable } from '../../design/data-table.tsx';
import { type ChartProps, type ChartRow, type ChartSeries, colourOf } from './chart-data.ts';

// The library of charts is larger than all else on the page: it comes after the figures, and where it does not come
// they are there all the same.
const Bars = lazy(() => import('./bars.tsx').catch(() => ({ default: NoPicture })));

function NoPicture(_: ChartProps) {
  return <></>;
}

/** A picture of figures, and the figures: whoever cannot see the one reads the other. */
export function Chart(props: ChartProps) {
  const { caption, series, isTabled = false } = props;
  return (
    <figure className="space-y-3 rounded-xl border border-line bg-surface p-4 sm:p-6">
      <figcaption className="font-medium">{caption}</figcaption>
      <Legend series={series} />
      {/* The picture turns its axes itself: turned once more by the page, names would lie upon the bars. */}
      <div aria-hidden="true" dir="ltr">
        <Suspense fallback={<div className="h-64 animate-pulse rounded-lg bg-sunken" />}>
          <Bars {...props} />
        </Suspense>
      </div>
      {!isTabled && <FigureTable {...props} />}
    </figure>
  );
}

function FigureTable({ caption, rowName, series, rows }: ChartProps) {
  const t = useTranslations('console.parts');
  return (
    <details>
      <summary className="inline-flex min-h-6 cursor-pointer items-center text-accent underline-offset-4 hover:underline">
        {t('figures')}
      </summary>
      <div className="mt-3">
        <DataTable
          caption={caption}
          rows={rows}
          keyOf={({ key }) => key}
          columns={[
            { name: rowName, cell: ({ name }) => name },
            ...series.map(({ key, name }) => ({
              name,
              isNumber: true,
              cell: ({ values }: ChartRow) => values[key] ?? 0,
            })),
          ]}
        />
      </div>
    </details>
  );
}

function Legend({ series }: { readonly series: readonly ChartSeries[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-soft">
      {series.map(({ key, name }, index) => (
        <li key={key} className="flex items-center gap-2">
          <svg aria-hidden="true" viewBox="0 0 12 12" className="size-3">
            <rect width="12" height="12" rx="3" fill={colourOf(index)} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
