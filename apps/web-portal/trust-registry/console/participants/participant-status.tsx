import { useTranslations } from 'use-intl';
import type { ParticipantStatus as Status } from '#domain';
import { Badge, type Tone } from '../../../design/badge.tsx';

const tones: Record<Status, Tone> = { active: 'good', suspended: 'warn', withdrawn: 'bad' };

export function ParticipantStatus({ status }: { readonly status: Status }) {
  const t = useTranslations('registry.participants');
  return <Badge tone={tones[status]}>{t(`statuses.${status}`)}</Badge>;
}
