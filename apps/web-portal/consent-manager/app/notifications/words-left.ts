import { useEffect } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { leaveWords } from './left-for-worker.ts';
import { keepTold, keptSubscription } from './push.ts';

/**
 * Where this browser is told of requests, leaves its worker the words, in the language that the pages speak now, and has
 * it see whether it is still told.
 */
export function useWordsLeft(): void {
  const t = useTranslations('person.notifications');
  const lang = useLocale();
  useEffect(() => {
    if (keptSubscription() !== null) void leaveWords({ title: t('pushTitle'), body: t('pushBody'), lang });
  }, [t, lang]);
  useEffect(() => void keepTold(), []);
}
