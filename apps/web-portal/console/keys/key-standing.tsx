import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '../../design/badge.tsx';
import { When } from '../../design/when.tsx';
import type { NodeKey } from './ask-keys.ts';

const tones: Record<NodeKey['state'], Tone> = {
  active: 'good',
  next: 'accent',
  retired: 'neutral',
  compromised: 'bad',
};

export function KeyState({ state }: Pick<NodeKey, 'state'>) {
  const t = useTranslations('console.keys');
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}

/** What others go by: the dates the trust list has. */
export function KeyListing({ listed }: Pick<NodeKey, 'listed'>) {
  const t = useTranslations('console.keys');
  if (listed === null) return <span className="text-soft">{t('notListed')}</span>;
  const { validFrom, retiredAt, compromisedSince } = listed;
  return (
    <>
      <p>{t.rich('listedFrom', { when: () => <When at={validFrom} /> })}</p>
      {retiredAt !== undefined && <p>{t.rich('listedUntil', { when: () => <When at={retiredAt} /> })}</p>}
      {compromisedSince !== undefined && (
        <p className="text-bad">{t.rich('listedCompromised', { when: () => <When at={compromisedSince} /> })}</p>
      )}
    </>
  );
}
