import type { ReactNode } from 'react';

interface FigureProps {
  readonly name: ReactNode;
  readonly value: ReactNode;
  /** What the figure is measured against. */
  readonly about?: ReactNode;
}

/** Figures side by side, each with its name above. */
export function Figures({ children }: { readonly children: ReactNode }) {
  return <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">{children}</dl>;
}

export function Figure({ name, value, about }: FigureProps) {
  return (
    <div className="flex flex-col gap-1 rounded-xl border border-line bg-surface p-4">
      <dt className="text-sm text-soft">{name}</dt>
      <dd className="text-2xl font-semibold break-words tabular-nums">{value}</dd>
      {about !== undefined && <dd className="text-sm text-soft">{about}</dd>}
    </div>
  );
}
