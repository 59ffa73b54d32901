import { useFormatter, useTranslations } from 'use-intl';
import { Badge } from '../../../design/badge.tsx';
import { DataTable } from '../../../design/data-table.tsx';
import { When } from '../../../design/when.tsx';
import { ParticipantStatus } from '../participants/participant-status.tsx';
import type { Trail } from './ask-flow.ts';

/** What each participant's audit trail says of how much it does: its size and age, not what stands in it. */
export function TrailTable({ trails }: { readonly trails: readonly Trail[] }) {
  const t = useTranslations('registry');
  const format = useFormatter();
  return (
    <DataTable
      caption={t('flow.table')}
      rows={trails}
      keyOf={({ participant, role }) => `${participant} ${role}`}
      columns={[
        { name: t('flow.participant'), cell: ({ name }) => <span className="font-medium">{name}</span> },
        { name: t('flow.role'), cell: ({ role }) => t(`participants.role.${role}`) },
        { name: t('flow.status'), cell: ({ status }) => <ParticipantStatus status={status} /> },
        { name: t('flow.now'), cell: (trail) => <Answering {...trail} /> },
        {
          name: t('flow.entries'),
          isNumber: true,
          cell: ({ size }) => (size === null ? t('flow.noCheckpoint') : format.number(size)),
        },
        {
          name: t('flow.growth'),
          isNumber: true,
          cell: ({ size, earlierSize }) =>
            size === null || earlierSize === null ? '—' : format.number(size - earlierSize, { signDisplay: 'always' }),
        },
        {
          name: t('flow.received'),
          cell: ({ receivedAt }) => (receivedAt === null ? '—' : <When at={receivedAt} show="since" />),
        },
        { name: t('flow.agrees'), cell: ({ agrees }) => <Agreement agrees={agrees} /> },
      ]}
    />
  );
}

function Answering({ answers, answeredInMilliseconds }: Trail) {
  const t = useTranslations('registry.flow');
  const format = useFormatter();
  if (answers === null) return <span className="text-soft">{t('notAsked')}</span>;
  return (
    <>
      <Badge tone={answers ? 'good' : 'bad'}>{answers ? t('answers') : t('silent')}</Badge>
      {answeredInMilliseconds !== null && (
        <p className="text-sm text-soft">
          {format.number(answeredInMilliseconds, { style: 'unit', unit: 'millisecond', maximumFractionDigits: 0 })}
        </p>
      )}
    </>
  );
}

function Agreement({ agrees }: Pick<Trail, 'agrees'>) {
  const t = useTranslations('registry.flow');
  if (agrees === null) return '—';
  return <Badge tone={agrees ? 'good' : 'bad'}>{agrees ? t('extends') : t('contradicts')}</Badge>;
}
