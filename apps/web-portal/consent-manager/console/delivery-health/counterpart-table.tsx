import { useFormatter, useTranslations } from 'use-intl';
import { Reason } from '../../../console/words/reason.tsx';
import { Badge } from '../../../design/badge.tsx';
import { Code } from '../../../design/code.tsx';
import { DataTable } from '../../../design/data-table.tsx';
import { When } from '../../../design/when.tsx';
import type { Counterpart } from './ask-health.ts';

/** How things stand with each receiver. */
export function CounterpartTable({ counterparts }: { readonly counterparts: readonly Counterpart[] }) {
  const t = useTranslations('manager.deliveryHealth');
  const format = useFormatter();
  return (
    <DataTable
      caption={t('title')}
      rows={counterparts}
      keyOf={({ receiver }) => receiver}
      columns={[
        {
          name: t('counterpart'),
          cell: ({ name, receiver }) => (
            <>
              <p className="font-medium">{name}</p>
              <Code>{receiver}</Code>
            </>
          ),
        },
        { name: t('health'), cell: (one) => <Health {...one} /> },
        { name: t('waiting'), isNumber: true, cell: ({ waiting }) => format.number(waiting) },
        { name: t('dead'), isNumber: true, cell: ({ dead }) => format.number(dead) },
        {
          name: t('lastSuccess'),
          cell: ({ lastSuccessAt }) => (lastSuccessAt === null ? '—' : <When at={lastSuccessAt} show="since" />),
        },
        {
          name: t('lastFailure'),
          cell: ({ lastFailureAt, lastFailure }) =>
            lastFailureAt === null ? (
              '—'
            ) : (
              <>
                <p>
                  <When at={lastFailureAt} show="since" />
                </p>
                <div className="text-sm">
                  <Reason codes={lastFailure ?? ''} />
                </div>
              </>
            ),
        },
      ]}
    />
  );
}

function Health({ waiting, dead, lastSuccessAt, lastFailureAt }: Counterpart) {
  const t = useTranslations('manager.deliveryHealth');
  if (dead > 0) return <Badge tone="bad">{t('healths.dead')}</Badge>;
  const hasFailedLast = lastFailureAt !== null && (lastSuccessAt === null || lastFailureAt > lastSuccessAt);
  if (waiting > 0 && hasFailedLast) return <Badge tone="warn">{t('healths.failing')}</Badge>;
  return <Badge tone="good">{t('healths.well')}</Badge>;
}
