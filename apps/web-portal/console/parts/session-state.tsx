import { useTranslations } from 'use-intl';
import type { SessionState as State } from '#domain';
import { Badge, type Tone } from '../../design/badge.tsx';

const tones: Record<State, Tone> = {
  ACTIVE: 'accent',
  COMPLETED: 'good',
  PARTIAL: 'warn',
  EXPIRED: 'warn',
  FAILED: 'bad',
};

export function SessionState({ state }: { readonly state: State }) {
  const t = useTranslations('console.sessionStates');
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
