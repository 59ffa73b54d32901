import { useTranslations } from 'use-intl';
import type { ConsentState as State } from '#domain';
import { Badge, type Tone } from '../../../design/badge.tsx';

const tones: Record<State, Tone> = { ACTIVE: 'good', PAUSED: 'warn', REVOKED: 'bad', EXPIRED: 'neutral' };

export function ConsentState({ state }: { readonly state: State }) {
  const t = useTranslations('dataUser.consents');
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}
