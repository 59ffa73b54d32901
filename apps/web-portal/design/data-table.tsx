import type { ReactNode } from 'react';

export interface TableColumn<T> {
  readonly name: string;
  readonly cell: (row: T) => ReactNode;
  readonly isNumber?: boolean;
}

interface DataTableProps<T> {
  /** Says what the rows are, to who cannot see them. */
  readonly caption: string;
  readonly columns: readonly TableColumn<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
}

/** Rows of one kind: on a phone each stands by itself, with names beside what it says; wider than a desk, it scrolls. */
export function DataTable<T>({ caption, columns, rows, keyOf }: DataTableProps<T>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto rounded-xl border border-line bg-surface">
      <table className="w-full border-collapse text-start max-sm:block">
        <caption className="sr-only">{caption}</caption>
        <thead className="max-sm:sr-only">
          <tr className="border-b border-line text-sm text-soft">
            {columns.map(({ name, isNumber }) => (
              <th key={name} scope="col" className={`px-4 py-3 font-medium ${isNumber ? 'text-end' : 'text-start'}`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {rows.map((row) => (
            <tr key={keyOf(row)} className="border-b border-line last:border-0 max-sm:block max-sm:py-2">
              {columns.map(({ name, cell, isNumber }) => (
                <td
                  key={name}
                  className={`px-4 py-3 align-top max-sm:grid max-sm:grid-cols-[minmax(5rem,2fr)_3fr] max-sm:gap-3 max-sm:py-1.5 [&_time]:whitespace-nowrap ${isNumber ? 'tabular-nums sm:text-end' : ''}`}
                >
                  <span aria-hidden="true" className="text-sm break-words text-soft sm:hidden">
                    {name}
                  </span>
                  <div className="min-w-0 break-words">{cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
