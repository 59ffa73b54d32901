import { useTranslations } from 'use-intl';
import { When } from '../../../design/when.tsx';
import type { Consent } from './ask-consents.ts';

/** How often one may still ask, and when it counts anew; the bar says the same at a glance. */
export function UsesLeft({ left, most, to }: Consent['uses']) {
  const t = useTranslations('dataUser.consents');
  return (
    <div className="min-w-36 space-y-1">
      <p className="tabular-nums">{t('usesLeft', { left, most })}</p>
      <svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-full rounded-full">
        <rect width="100" height="8" className="fill-sunken" />
        <rect width={most === 0 ? 0 : (100 * left) / most} height="8" className="fill-accent" />
      </svg>
      <p className="text-sm text-soft">{t.rich('windowEnds', { when: () => <When at={to} show="since" /> })}</p>
    </div>
  );
}
