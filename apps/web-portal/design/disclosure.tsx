import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

interface DisclosureProps {
  readonly title: ReactNode;
  /** At first: then the reader opens and closes it. */
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** More of something, for who wants it. */
export function Disclosure({ title, open = false, children }: DisclosureProps) {
  return (
    <details className="group" open={open}>
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-lg text-accent [&::-webkit-details-marker]:hidden">
        <ChevronDown aria-hidden="true" className="size-5 shrink-0 transition-transform group-open:rotate-180" />
        <span>{title}</span>
      </summary>
      <div className="pt-2 pb-1">{children}</div>
    </details>
  );
}
