import { useFormatter, useTranslations } from 'use-intl';
import type { ConsentTerms } from '#domain';
import { type Fact, Facts } from '../../../design/facts.tsx';
import { When } from '../../../design/when.tsx';
import { frequencyWords, lengthWords, rangeWords } from './terms-words.ts';

/** The limits as they stand. */
export function useLimitsFacts(terms: ConsentTerms): Fact[] {
  const t = useTranslations('person');
  const format = useFormatter();
  return [
    { name: t('request.range'), value: t('request.rangeAsked', rangeWords(format, terms.dataRange)) },
    {
      name: t('request.often'),
      value: <span className="inline-block first-letter:uppercase">{frequencyWords(t, terms.frequency)}</span>,
    },
    { name: t('request.until'), value: <When at={terms.consentPeriod.expiry} show="day" /> },
    { name: t('request.life'), value: lengthWords(format, terms.dataLife) },
  ];
}

/** Where there is nothing to choose. */
export function LimitsFacts({ terms }: { readonly terms: ConsentTerms }) {
  return <Facts facts={useLimitsFacts(terms)} />;
}
