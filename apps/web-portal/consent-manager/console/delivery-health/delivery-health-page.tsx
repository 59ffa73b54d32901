import { useQuery } from '@tanstack/react-query';
import { HeartPulse } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Asked } from '../../../console/parts/asked.tsx';
import { Chart } from '../../../console/parts/chart.tsx';
import { Empty } from '../../../design/empty.tsx';
import { Page } from '../../../design/page.tsx';
import { askHealth, type Counterpart } from './ask-health.ts';
import { CounterpartTable } from './counterpart-table.tsx';

export function DeliveryHealthPage() {
  const t = useTranslations('manager.deliveryHealth');
  const health = useQuery({ queryKey: ['delivery-health'], queryFn: askHealth, refetchInterval: 15_000 });
  return (
    <Page title={t('title')} about={t('about')}>
      <Asked query={health}>
        {({ counterparts }) =>
          counterparts.length === 0 ? (
            <Empty icon={HeartPulse} title={t('empty')}>
              {t('emptyAbout')}
            </Empty>
          ) : (
            <>
              <CounterpartTable counterparts={counterparts} />
              <Arrivals counterparts={counterparts} />
            </>
          )
        }
      </Asked>
    </Page>
  );
}

const toMilliseconds = (seconds: number | null): number => Math.round((seconds ?? 0) * 1000);

function Arrivals({ counterparts }: { readonly counterparts: readonly Counterpart[] }) {
  const t = useTranslations('manager.deliveryHealth');
  const arrived = counterparts.filter((one) => one.arrived.events > 0);
  if (arrived.length === 0) return null;
  return (
    <Chart
      isLying
      isStacked={false}
      caption={t('arrival')}
      rowName={t('counterpart')}
      series={[
        { key: 'p50', name: t('p50') },
        { key: 'p95', name: t('p95') },
      ]}
      rows={arrived.map((one) => ({
        key: one.receiver,
        name: one.name,
        values: { p50: toMilliseconds(one.arrived.p50), p95: toMilliseconds(one.arrived.p95) },
      }))}
    />
  );
}
