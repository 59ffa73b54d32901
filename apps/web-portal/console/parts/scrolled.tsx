import type { ReactNode } from 'react';

interface ScrolledProps {
  /** Says what it is, to who cannot see it. */
  readonly name: string;
  readonly children: ReactNode;
}

/** A long text of the wire, in a frame of its own. */
export function Scrolled({ name, children }: ScrolledProps) {
  const look = 'max-h-96 overflow-auto rounded-xl border border-line bg-sunken p-4';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={name} tabIndex={0} className={look}>
      {children}
    </section>
  );
}
