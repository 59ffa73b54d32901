import { useQuery } from '@tanstack/react-query';
import { Table } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { May } from '../../../console/operator.tsx';
import { Asked } from '../../../console/parts/asked.tsx';
import { Button } from '../../../design/button.tsx';
import { Card } from '../../../design/card.tsx';
import { Choice } from '../../../design/choice.tsx';
import { Empty } from '../../../design/empty.tsx';
import { Page } from '../../../design/page.tsx';
import { api } from '../api.ts';
import type { Consent } from '../consents/ask-consents.ts';
import { RecordsUnder } from './records-under.tsx';

export function RecordsPage() {
  const t = useTranslations('dataUser.records');
  const consents = useQuery({
    queryKey: ['consents', 'newest'],
    queryFn: () => answer(api.GET('/operator/consents', { params: { query: { limit: '200' } } })),
  });
  return (
    <Page title={t('title')} about={t('about')}>
      <May right="operator">
        <Asked query={consents}>
          {(data) => <Choosing consents={data.consents.filter(({ records }) => records > 0)} />}
        </Asked>
      </May>
    </Page>
  );
}

/** Nothing is read before it is asked for: each reading stands in the audit trail. */
function Choosing({ consents }: { readonly consents: readonly Consent[] }) {
  const t = useTranslations('dataUser.records');
  const format = useFormatter();
  const [chosen, setChosen] = useState(consents[0]?.id ?? '');
  const [opened, setOpened] = useState<string>();
  const consent = consents.find(({ id }) => id === opened);
  if (consents.length === 0) {
    return (
      <Empty icon={Table} title={t('nothing')}>
        {t('nothingAbout')}
      </Empty>
    );
  }
  const nameOf = ({ id, terms, receivedAt }: Consent) =>
    t('consentName', {
      purpose: terms.purpose.text,
      day: format.dateTime(new Date(receivedAt), { dateStyle: 'medium' }),
      id: id.slice(-8),
    });
  return (
    <>
      <Card className="space-y-4">
        <div className="grid items-end gap-4 sm:grid-cols-[1fr_auto]">
          <Choice
            label={t('consent')}
            value={chosen}
            options={consents.map((one) => ({ value: one.id, text: nameOf(one) }))}
            onChange={setChosen}
          />
          <Button kind="primary" onClick={() => setOpened(chosen)}>
            {t('show')}
          </Button>
        </div>
        <p className="text-soft">{t('noted')}</p>
      </Card>
      {consent !== undefined && <RecordsUnder key={consent.id} consent={consent} />}
    </>
  );
}
