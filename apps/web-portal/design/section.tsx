import { type ReactNode, useId } from 'react';

interface SectionProps {
  readonly title: ReactNode;
  /** How many stand in it. */
  readonly count?: number;
  readonly children: ReactNode;
}

/** A part of a page with things of their own in it. */
export function Section({ title, count, children }: SectionProps) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="space-y-3">
      <h2 id={heading} className="flex items-baseline gap-2 text-lg font-semibold">
        {title}
        {count !== undefined && <span className="text-base font-normal text-soft tabular-nums">{count}</span>}
      </h2>
      {children}
    </section>
  );
}
