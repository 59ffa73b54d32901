import { FileCheck } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { PagedTable } from '../../../console/parts/paged-table.tsx';
import { Code, ShortId } from '../../../console/parts/short-id.tsx';
import { Page } from '../../../design/page.tsx';
import { When } from '../../../design/when.tsx';
import { askConsents, type Consent } from './ask-consents.ts';
import { ConsentState } from './consent-state.tsx';
import { UsesLeft } from './uses-left.tsx';

export function ConsentsPage() {
  const t = useTranslations('dataUser.consents');
  const format = useFormatter();
  return (
    <Page title={t('title')} about={t('about')}>
      <PagedTable<Consent>
        queryKey={['consents']}
        load={askConsents}
        caption={t('title')}
        keyOf={({ id }) => id}
        empty={{ icon: FileCheck, title: t('empty'), about: t('emptyAbout') }}
        columns={[
          { name: t('consent'), cell: ({ id }) => <ShortId id={id} /> },
          { name: t('state'), cell: ({ state }) => <ConsentState state={state} /> },
          {
            name: t('purpose'),
            cell: ({ terms }) => (
              <>
                <p className="min-w-40">{terms.purpose.text}</p>
                <Code>{terms.purpose.code}</Code>
              </>
            ),
          },
          {
            name: t('received'),
            cell: ({ receivedAt, terms }) => (
              <>
                <When at={receivedAt} show="day" />
                <p className="text-sm text-soft">
                  {t('expires')} <When at={terms.consentPeriod.expiry} show="day" />
                </p>
              </>
            ),
          },
          { name: t('uses'), cell: ({ uses }) => <UsesLeft {...uses} /> },
          { name: t('records'), isNumber: true, cell: ({ records }) => format.number(records) },
          {
            name: t('eraseBy'),
            cell: ({ eraseBy }) => (eraseBy === null ? t('nothingKept') : <When at={eraseBy} show="since" />),
          },
        ]}
      />
    </Page>
  );
}
