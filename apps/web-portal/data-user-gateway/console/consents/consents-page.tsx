import { FileCheck } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { mayAct } from '#domain';
import { useOperator } from '../../../console/operator.tsx';
import { PagedTable } from '../../../console/parts/paged-table.tsx';
import { ShortId } from '../../../console/parts/short-id.tsx';
import { Code } from '../../../design/code.tsx';
import { Confirm } from '../../../design/confirm.tsx';
import { Page } from '../../../design/page.tsx';
import { When } from '../../../design/when.tsx';
import { askConsents, type Consent } from './ask-consents.ts';
import { ConsentState } from './consent-state.tsx';
import { FetchNow } from './fetch-now.tsx';
import { FetchOutcome } from './fetch-outcome.tsx';
import { useFetching, type Wanted } from './use-fetching.ts';
import { UsesLeft } from './uses-left.tsx';

export function ConsentsPage() {
  const t = useTranslations('dataUser.consents');
  const format = useFormatter();
  const mayFetch = mayAct(useOperator().may, 'operator');
  const [wanted, setWanted] = useState<Wanted>();
  const fetching = useFetching(() => setWanted(undefined));
  return (
    <Page title={t('title')} about={t('about')}>
      <FetchOutcome data={fetching.data} error={fetching.error} />
      <PagedTable<Consent>
        queryKey={['consents']}
        refreshMs={15_000}
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
          {
            name: t('uses'),
            cell: (consent) => (
              <div className="space-y-2">
                <UsesLeft {...consent.uses} />
                {mayFetch && (
                  <FetchNow
                    consent={consent}
                    busy={fetching.isPending}
                    onWant={() => setWanted({ consent, key: crypto.randomUUID() })}
                  />
                )}
              </div>
            ),
          },
          { name: t('records'), isNumber: true, cell: ({ records }) => format.number(records) },
          {
            name: t('eraseBy'),
            cell: ({ eraseBy }) => (eraseBy === null ? t('nothingKept') : <When at={eraseBy} show="since" />),
          },
        ]}
      />
      <Confirm
        open={wanted !== undefined}
        onClose={() => setWanted(undefined)}
        title={t('fetch')}
        act={t('fetch')}
        busy={fetching.isPending}
        onAct={() => wanted !== undefined && fetching.mutate(wanted)}
      >
        <p>{wanted?.consent.terms.purpose.text}</p>
        <p>{t('fetchAbout', { left: wanted?.consent.uses.left ?? 0, most: wanted?.consent.uses.most ?? 0 })}</p>
        <p className="text-soft">{t('fetchNoted')}</p>
      </Confirm>
    </Page>
  );
}
