import { SlidersHorizontal } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { lookButton } from './look-button.ts';

const LookPopover = lazy(async () => ({ default: (await import('./look-popover.tsx')).LookPopover }));

/** The way to language and appearance: what it opens comes when it is first wanted, for few ever do. */
export function LookMenu() {
  const t = useTranslations('common');
  const [isWanted, setWanted] = useState(false);
  const button = (
    <button
      type="button"
      aria-label={t('settings')}
      aria-haspopup="dialog"
      aria-expanded={false}
      onClick={() => setWanted(true)}
      className={lookButton}
    >
      <SlidersHorizontal aria-hidden="true" className="size-5" />
    </button>
  );
  return isWanted ? (
    <Suspense fallback={button}>
      <LookPopover />
    </Suspense>
  ) : (
    button
  );
}
