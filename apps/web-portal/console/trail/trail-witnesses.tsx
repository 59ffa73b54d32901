import { Eye } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Badge } from '../../design/badge.tsx';
import { Code } from '../../design/code.tsx';
import { DataTable } from '../../design/data-table.tsx';
import { Empty } from '../../design/empty.tsx';
import { When } from '../../design/when.tsx';
import { Chart } from '../parts/chart.tsx';
import { Section } from '../parts/section.tsx';
import type { Trail } from './ask-trail.ts';

interface TrailWitnessesProps extends Pick<Trail, 'witnesses'> {
  /** Of the newest checkpoint. */
  readonly size: number;
}

/** What was sent may wait for long: until it is acknowledged, nobody can vouch by it. A minute is no delay. */
function Heard({ givenSize, unheardSince }: Pick<Trail['witnesses'][number], 'givenSize' | 'unheardSince'>) {
  const t = useTranslations('console.trail');
  if (givenSize === 0) return '—';
  const isLate = unheardSince !== null && Date.now() - Date.parse(unheardSince) > 60_000;
  if (!isLate) return <Badge tone="good">{t('heardAll')}</Badge>;
  return (
    <>
      <Badge tone="warn">{t('unheard')}</Badge>
      <p className="text-sm text-soft">
        {t.rich('unheardSince', { when: () => <When at={unheardSince} show="since" /> })}
      </p>
    </>
  );
}

/** How much of the trail each witness could prove: what it was handed, and what it has not seen yet. */
export function TrailWitnesses({ size, witnesses }: TrailWitnessesProps) {
  const t = useTranslations('console.trail');
  const format = useFormatter();
  const withLag = witnesses.map((one) => ({ ...one, missing: Math.max(0, size - one.givenSize) }));
  return (
    <Section title={t('witnesses')} about={t('witnessesAbout')}>
      {witnesses.length === 0 ? (
        <Empty icon={Eye} title={t('witnessesEmpty')}>
          {t('witnessesEmptyAbout')}
        </Empty>
      ) : (
        <>
          <Chart
            isLying
            isTabled
            caption={t('witnessed')}
            rowName={t('witness')}
            series={[
              { key: 'given', name: t('given') },
              { key: 'missing', name: t('missing') },
            ]}
            rows={withLag.map(({ participant, name, givenSize, missing }) => ({
              key: participant,
              name,
              values: { given: givenSize, missing },
            }))}
          />
          <DataTable
            caption={t('witnesses')}
            rows={withLag}
            keyOf={({ participant }) => participant}
            columns={[
              { name: t('witness'), cell: ({ name }) => name },
              { name: t('participant'), cell: ({ participant }) => <Code>{participant}</Code> },
              { name: t('given'), isNumber: true, cell: ({ givenSize }) => format.number(givenSize) },
              { name: t('missing'), isNumber: true, cell: ({ missing }) => format.number(missing) },
              { name: t('heard'), cell: (one) => <Heard {...one} /> },
            ]}
          />
        </>
      )}
    </Section>
  );
}
