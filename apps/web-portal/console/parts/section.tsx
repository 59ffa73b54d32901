import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: ReactNode;
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page, below its own heading. */
export function Section({ title, about, actions, children }: SectionProps) {
  return (
    <section className="space-y-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0">
          <h2 className="text-lg font-semibold">{title}</h2>
          {about !== undefined && <p className="text-soft">{about}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
