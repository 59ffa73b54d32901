import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { BackLink } from '../../../design/back-link.tsx';
import { Card } from '../../../design/card.tsx';
import { Loading } from '../../../design/loading.tsx';
import { Notice } from '../../../design/notice.tsx';
import { Page } from '../../../design/page.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { When } from '../../../design/when.tsx';
import { HowToCheck } from '../receipts/how-to-check.tsx';
import { receiptFile } from '../receipts/receipt-file.ts';
import { Receipts } from '../receipts/receipts.tsx';
import { ConsentActs } from './consent-acts.tsx';
import { type ConsentDetail, consentQuery } from './consent-queries.ts';
import { ConsentStateBadge } from './consent-state-badge.tsx';
import { ConsentStory } from './consent-story.tsx';
import { ConsentTermsCard } from './consent-terms-card.tsx';
import { Fetches } from './fetches.tsx';

export function ConsentPage() {
  const t = useTranslations('person');
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const consent = useQuery(consentQuery(id));
  const title =
    consent.data === undefined ? t('consent.loading') : t('consent.title', { who: consent.data.dataUser.name });
  return (
    <>
      <BackLink to="/consents">{t('consents.title')}</BackLink>
      <Page title={title} actions={consent.data && <ConsentStateBadge state={consent.data.state} />}>
        {consent.isPending && <Loading lines={4} />}
        {consent.isError && <ProblemNotice error={consent.error} onRetry={() => void consent.refetch()} />}
        {consent.data !== undefined && <Consent consent={consent.data} />}
      </Page>
    </>
  );
}

function Consent({ consent }: { readonly consent: ConsentDetail }) {
  const t = useTranslations('person.consent');
  const { overdueErasures, dataUser, state, resumeAt } = consent;
  const untold = consent.counterparts.filter(({ told }) => !told).map(({ participant }) => participant.name);
  return (
    <>
      {overdueErasures > 0 && (
        <Notice kind="bad" title={t('overdue', { count: overdueErasures })}>
          {t('overdueAbout', { who: dataUser.name })}
        </Notice>
      )}
      {state === 'PAUSED' && (
        <Notice kind="warn" title={t('paused')}>
          {resumeAt === null
            ? t('pausedByHand', { who: dataUser.name })
            : t.rich('pausedUntil', { who: dataUser.name, when: () => <When at={resumeAt} /> })}
        </Notice>
      )}
      {untold.length > 0 && (
        <Notice kind="info" title={t('telling', { count: untold.length, who: untold.join(', ') })} />
      )}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <ConsentTermsCard consent={consent} />
        <div className="space-y-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          {(state === 'ACTIVE' || state === 'PAUSED') && <ConsentActs consent={consent} />}
          <Card className="space-y-3">
            <h2 className="text-lg font-semibold">{t('receipt')}</h2>
            <p className="text-sm text-soft">{t('receiptAbout')}</p>
            <Receipts path={`/me/consents/${consent.id}`} />
            <HowToCheck file={receiptFile('consents', consent.id)} />
          </Card>
        </div>
        <div className="min-w-0 space-y-6">
          <Fetches consent={consent} />
          <ConsentStory consent={consent} />
        </div>
      </div>
    </>
  );
}
