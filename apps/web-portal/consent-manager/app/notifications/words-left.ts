import { useEffect } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { keptSubscription } from './push.ts';

/** Where this browser is told of requests, leaves its worker the words, in the language that the pages speak now. */
export function useWordsLeft(): void {
  const t = useTranslations('person.notifications');
  const lang = useLocale();
  useEffect(() => {
    if (keptSubscription() !== null) void leaveWords({ title: t('pushTitle'), body: t('pushBody'), lang });
  }, [t, lang]);
}

export async function leaveWords(words: { readonly title: string; readonly body: string; readonly lang: string }) {
  const dir = document.documentElement.dir;
  const cache = await caches.open('assent-notifications');
  await cache.put('/app/notification-words', Response.json({ ...words, dir }));
}
