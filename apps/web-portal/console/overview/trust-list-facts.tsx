import { useFormatter, useTranslations } from 'use-intl';
import { Badge, type Tone } from '../../design/badge.tsx';
import { Facts } from '../../design/facts.tsx';
import { When } from '../../design/when.tsx';
import type { Overview } from './ask-overview.ts';

type TrustList = NonNullable<Overview['trustList']>;

const tones: Record<TrustList['state'], Tone> = { FRESH: 'good', STALE: 'warn', EXPIRED: 'bad', UNKNOWN: 'bad' };

/** How new the list is that this node goes by, and until when it may be relied on. */
export function TrustListFacts(list: TrustList) {
  const t = useTranslations('console.overview');
  const format = useFormatter();
  const { state, sequence, issuedAt, nextUpdate, validUntil, participants, isListed } = list;
  return (
    <Facts
      facts={[
        { name: t('freshness'), value: <Badge tone={tones[state]}>{t(`listState.${state}`)}</Badge> },
        { name: t('sequence'), value: format.number(sequence) },
        { name: t('issued'), value: <When at={issuedAt} /> },
        { name: t('nextUpdate'), value: <When at={nextUpdate} show="since" /> },
        { name: t('validUntil'), value: <When at={validUntil} show="since" /> },
        { name: t('participants'), value: format.number(participants) },
        {
          name: t('ownListing'),
          value: <Badge tone={isListed ? 'good' : 'bad'}>{isListed ? t('listed') : t('notListed')}</Badge>,
        },
      ]}
    />
  );
}
