import { Link } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { LookMenu } from './look-menu.tsx';

export interface ShellPage {
  readonly to: string;
  readonly icon: LucideIcon;
  readonly text: string;
  /** How many things wait there. */
  readonly count?: number | undefined;
}

interface ShellProps {
  /** Whose pages these are. */
  readonly name: ReactNode;
  readonly pages: readonly ShellPage[];
  /** Tables and charts need the room. */
  readonly isWide?: boolean;
  /** At the end of the bar: who is signed in. */
  readonly account?: ReactNode;
  readonly children: ReactNode;
}

/** What stands around every page: the ways to the others, at the bottom on a phone, at the side on a desk. */
export function Shell({ name, pages, isWide = false, account, children }: ShellProps) {
  const t = useTranslations('common');
  const width = isWide ? 'max-w-[96rem]' : 'max-w-6xl';
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#page"
        className="sr-only z-50 rounded-lg bg-accent px-4 py-3 text-on-accent focus:not-sr-only focus:absolute focus:start-2 focus:top-2"
      >
        {t('skip')}
      </a>
      <header className="sticky top-0 z-20 border-b border-line bg-surface">
        <div className={`mx-auto flex h-14 items-center gap-3 px-4 ${width}`}>
          <img src={`${import.meta.env.BASE_URL}mark.svg`} alt="" className="size-7" />
          <span className="min-w-0 flex-1 truncate font-semibold">{name}</span>
          {account}
          <LookMenu />
        </div>
      </header>
      <div className={`mx-auto flex w-full flex-1 ${width}`}>
        {pages.length > 0 && <Ways pages={pages} label={t('pages')} />}
        <main id="page" tabIndex={-1} className="min-w-0 flex-1 px-4 pt-6 pb-28 outline-none md:px-8 md:pb-12">
          {children}
        </main>
      </div>
    </div>
  );
}

/** More than these are not squeezed onto a phone: they scroll, with words that can be read. */
const mostAtOnce = 6;

function Ways({ pages, label }: { readonly pages: readonly ShellPage[]; readonly label: string }) {
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:sticky md:inset-auto md:top-14 md:h-[calc(100dvh-3.5rem)] md:w-56 md:shrink-0 md:overflow-y-auto md:border-t-0 md:border-e md:bg-transparent md:py-6"
    >
      <ul className="flex overflow-x-auto md:flex-col md:gap-1 md:px-3">
        {pages.map((page) => (
          <li
            key={page.to}
            className={`flex-1 basis-0 md:flex-none ${pages.length > mostAtOnce ? 'min-w-28' : 'min-w-14'}`}
          >
            <Way {...page} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Way({ to, icon: Icon, text, count }: ShellPage) {
  return (
    <Link
      to={to}
      className="relative flex min-h-14 flex-col items-center justify-center gap-0.5 px-0.5 text-xs text-soft no-underline hover:text-ink data-[status=active]:font-semibold data-[status=active]:text-accent md:min-h-11 md:flex-row md:justify-start md:gap-3 md:rounded-lg md:px-3 md:text-base md:hover:bg-sunken md:data-[status=active]:bg-accent-wash"
    >
      <Icon aria-hidden="true" className="size-5 shrink-0" />
      <span className="line-clamp-2 max-w-full text-center leading-tight break-words md:text-start">{text}</span>
      {count !== undefined && count > 0 && (
        <span className="absolute start-1/2 top-1 ms-1 min-w-5 rounded-full bg-accent px-1.5 text-center text-xs text-on-accent md:static md:ms-auto">
          {count}
        </span>
      )}
    </Link>
  );
}
