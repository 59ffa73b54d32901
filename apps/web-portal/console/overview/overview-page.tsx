import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import { Badge } from '../../design/badge.tsx';
import { Card } from '../../design/card.tsx';
import { Code } from '../../design/code.tsx';
import { Facts } from '../../design/facts.tsx';
import { Page } from '../../design/page.tsx';
import { When } from '../../design/when.tsx';
import { useOperator } from '../operator.tsx';
import { Asked } from '../parts/asked.tsx';
import { Duration } from '../parts/duration.tsx';
import { Figure, Figures } from '../parts/figure.tsx';
import { askOverview, type Overview } from './ask-overview.ts';
import { TrustListFacts } from './trust-list-facts.tsx';
import { mostClockDifference, Worries } from './worries.tsx';

export function OverviewPage() {
  const t = useTranslations('console.overview');
  const { role } = useOperator();
  const overview = useQuery({ queryKey: ['overview'], queryFn: askOverview, refetchInterval: 10_000 });
  return (
    <Page title={t('title')} about={t('about', { role: t(`roles.${roleName(role)}`) })}>
      <Asked query={overview}>{(data) => <Standing {...data} />}</Asked>
    </Page>
  );
}

type RoleName = 'consent-manager' | 'data-provider' | 'data-user' | 'trust-registry';
const roleName = (role: string) => role.replace(/-(adapter|gateway)$/, '') as RoleName;

function Standing(overview: Overview) {
  const t = useTranslations('console.overview');
  const format = useFormatter();
  const { ready, checks, events, database, trustList, queue, versions, at, participant } = overview;
  const milliseconds = (value: number) =>
    format.number(value, { style: 'unit', unit: 'millisecond', maximumFractionDigits: 1 });
  return (
    <>
      <Worries {...overview} />
      <Figures>
        <Figure name={t('state')} value={ready ? t('ready') : t('notReady')} about={<When at={at} show="moment" />} />
        {events !== null && (
          <>
            <Figure
              name={t('waiting')}
              value={format.number(events.waiting)}
              about={events.waiting > 0 && t.rich('oldest', { age: () => <Duration seconds={events.seconds} /> })}
            />
            <Figure name={t('dead')} value={format.number(events.dead)} about={t('deadAbout')} />
          </>
        )}
        <Figure
          name={t('database')}
          value={milliseconds(database.answeredInMilliseconds)}
          about={
            Math.abs(database.clockAheadMilliseconds) > mostClockDifference
              ? t('clock', { ahead: milliseconds(database.clockAheadMilliseconds) })
              : t('clocksAgree')
          }
        />
      </Figures>
      <div className="grid gap-6 lg:grid-cols-2">
        <Card className="space-y-4">
          <h2 className="text-lg font-semibold">{t('trustList')}</h2>
          {trustList === null ? <p>{t('noTrustList')}</p> : <TrustListFacts {...trustList} />}
        </Card>
        <Card className="space-y-4">
          <h2 className="text-lg font-semibold">{t('node')}</h2>
          <Facts
            facts={[
              { name: t('participant'), value: <Code>{participant.id}</Code> },
              ...Object.entries(checks).map(([name, passes]) => ({
                name: t.has(`checks.${name as 'database'}`) ? t(`checks.${name as 'database'}`) : <Code>{name}</Code>,
                value: <Badge tone={passes ? 'good' : 'bad'}>{passes ? t('works') : t('fails')}</Badge>,
              })),
              { name: t('queue'), value: queue === 'redis' ? 'Redis' : 'PostgreSQL' },
              {
                name: t('versions'),
                value: t('versionsAre', versions),
              },
            ]}
          />
        </Card>
      </div>
    </>
  );
}
