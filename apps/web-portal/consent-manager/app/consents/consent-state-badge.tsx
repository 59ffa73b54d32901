import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '../../../design/badge.tsx';
import type { ConsentSummary } from './consent-queries.ts';

const tones: Record<ConsentSummary['state'], Tone> = {
  ACTIVE: 'good',
  PAUSED: 'warn',
  REVOKED: 'neutral',
  EXPIRED: 'neutral',
};

export function ConsentStateBadge({ state }: Pick<ConsentSummary, 'state'>) {
  const t = useTranslations('person.consents.states');
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}

/** Data that should be gone by now, of which nobody has said that it is. */
export function OverdueBadge({ count }: { readonly count: number }) {
  const t = useTranslations('person.consents');
  return count === 0 ? null : <Badge tone="bad">{t('overdue', { count })}</Badge>;
}
