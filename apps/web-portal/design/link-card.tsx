import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

interface LinkCardProps {
  readonly to: string;
  readonly params?: Record<string, string>;
  /** What the link is called. */
  readonly title: ReactNode;
  readonly badge?: ReactNode;
  readonly children?: ReactNode;
}

/** One of a list, as a whole a way to its own page. */
export function LinkCard({ to, params = {}, title, badge, children }: LinkCardProps) {
  return (
    <li className="relative flex items-center gap-3 rounded-xl border border-line bg-surface p-4 hover:border-edge sm:p-5">
      <div className="min-w-0 flex-1 space-y-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 className="text-lg font-semibold break-words">
            <Link to={to} params={params} className="after:absolute after:inset-0 after:rounded-xl">
              {title}
            </Link>
          </h3>
          {badge}
        </div>
        {children}
      </div>
      <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-soft rtl:rotate-180" />
    </li>
  );
}
