import { Send } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { answer } from '../../api/answer.ts';
import { Badge, type Tone } from '../../design/badge.tsx';
import { Code } from '../../design/code.tsx';
import { When } from '../../design/when.tsx';
import { api } from '../api.ts';
import { pageOf } from '../parts/page-of.ts';
import { PagedTable } from '../parts/paged-table.tsx';
import { Section } from '../parts/section.tsx';
import { ShortId } from '../parts/short-id.tsx';
import { Reason } from '../words/reason.tsx';

const askDeliveries = async (after: string | undefined) => {
  const { deliveries, next } = await answer(api.GET('/operator/deliveries', { params: { query: pageOf(after) } }));
  return { rows: deliveries, next };
};
type Outcome = Awaited<ReturnType<typeof askDeliveries>>['rows'][number]['outcome'];

const tones: Record<Outcome, Tone> = {
  delivered: 'good',
  refused: 'bad',
  away: 'warn',
  'given-up': 'bad',
  rejected: 'bad',
  replayed: 'accent',
};

/** What became of each attempt, newest first. */
export function DeliveryLog() {
  const t = useTranslations('console.events');
  const format = useFormatter();
  return (
    <Section title={t('log')} about={t('logAbout')}>
      <PagedTable
        queryKey={['deliveries']}
        load={askDeliveries}
        caption={t('log')}
        keyOf={({ entry, at, eventId }) => `${entry} ${at} ${eventId}`}
        empty={{ icon: Send, title: t('logEmpty') }}
        columns={[
          { name: t('at'), cell: ({ at }) => <When at={at} /> },
          { name: t('receiver'), cell: ({ receiver }) => <Code>{receiver}</Code> },
          { name: t('type'), cell: ({ type }) => type !== null && <Code>{type}</Code> },
          {
            name: t('outcome'),
            cell: ({ outcome }) => <Badge tone={tones[outcome]}>{t(`outcomes.${outcome}`)}</Badge>,
          },
          { name: t('reason'), cell: ({ reason }) => <Reason codes={reason} /> },
          {
            name: t('took'),
            isNumber: true,
            cell: ({ milliseconds }) =>
              milliseconds !== null && format.number(milliseconds, { style: 'unit', unit: 'millisecond' }),
          },
          { name: t('event'), cell: ({ eventId }) => <ShortId id={eventId} /> },
        ]}
      />
    </Section>
  );
}
