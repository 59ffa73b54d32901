import { useTranslations } from 'use-intl';
import { Button } from '../../../design/button.tsx';
import type { Consent } from './ask-consents.ts';

interface FetchNowProps {
  readonly consent: Consent;
  readonly busy: boolean;
  readonly onWant: () => void;
}

/** Where nothing can be asked for under a consent now, that stands in place of the button. */
export function FetchNow({ consent: { state, uses, terms }, busy, onWant }: FetchNowProps) {
  const t = useTranslations('dataUser.consents');
  if (state !== 'ACTIVE') return <p className="text-sm text-soft">{t('notFetchable')}</p>;
  if (uses.left === 0) return <p className="text-sm text-soft">{t('nothingLeft')}</p>;
  return (
    <Button
      className="whitespace-nowrap"
      disabled={busy}
      aria-label={t('fetchUnder', { purpose: terms.purpose.text })}
      onClick={onWant}
    >
      {t('fetch')}
    </Button>
  );
}
