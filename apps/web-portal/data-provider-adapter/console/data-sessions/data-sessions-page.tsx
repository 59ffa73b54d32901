import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Choice } from '../../../design/choice.tsx';
import { Page } from '../../../design/page.tsx';
import { SessionTable } from './session-table.tsx';

type Shown = 'live' | 'past';

export function DataSessionsPage() {
  const t = useTranslations('provider.dataSessions');
  const [shown, setShown] = useState<Shown>('past');
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <Choice<Shown>
          label={t('show')}
          value={shown}
          options={[
            { value: 'live', text: t('live') },
            { value: 'past', text: t('past') },
          ]}
          onChange={setShown}
        />
      }
    >
      <SessionTable key={shown} state={shown} />
    </Page>
  );
}
