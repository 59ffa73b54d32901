import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '../../../design/badge.tsx';
import { Empty } from '../../../design/empty.tsx';
import { LinkCard } from '../../../design/link-card.tsx';
import { Loading } from '../../../design/loading.tsx';
import { Page } from '../../../design/page.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { Section } from '../../../design/section.tsx';
import { When } from '../../../design/when.tsx';
import { OfferPasskey } from '../sign-in/offer-passkey.tsx';
import { useDataWords } from '../words/data-words.ts';
import { type RequestSummary, requestsQuery } from './request-queries.ts';

const tones: Record<RequestSummary['state'], Tone> = {
  PENDING: 'accent',
  APPROVED: 'good',
  REJECTED: 'neutral',
  EXPIRED: 'neutral',
  FAILED: 'bad',
};

export function RequestsPage() {
  const t = useTranslations('person');
  const requests = useQuery(requestsQuery);
  const all = requests.data?.requests ?? [];
  const waiting = all.filter(({ state }) => state === 'PENDING');
  const decided = all.filter(({ state }) => state !== 'PENDING');
  return (
    <Page title={t('requests.title')} about={t('requests.about')}>
      {requests.isPending && <Loading />}
      {requests.isError && <ProblemNotice error={requests.error} onRetry={() => void requests.refetch()} />}
      {requests.data !== undefined && waiting.length === 0 && (
        <Empty icon={Inbox} title={t('requests.none')}>
          {t('requests.noneAbout')}
        </Empty>
      )}
      <List title={t('requests.waiting')} requests={waiting} />
      <OfferPasskey />
      <List title={t('requests.decided')} requests={decided} />
    </Page>
  );
}

function List({ title, requests }: { readonly title: string; readonly requests: readonly RequestSummary[] }) {
  const t = useTranslations('person');
  const words = useDataWords();
  if (requests.length === 0) return null;
  return (
    <Section title={title} count={requests.length}>
      <ul className="space-y-3">
        {requests.map(({ handle, dataUser, purpose, state, askedAt, expiresAt }) => (
          <LinkCard
            key={handle}
            to="/requests/$handle"
            params={{ handle }}
            title={dataUser.name}
            badge={<Badge tone={tones[state]}>{t(`requests.states.${state}`)}</Badge>}
          >
            <p>{words.purposeTitle(purpose.code, purpose.title)}</p>
            <p className="text-sm text-soft">
              {state === 'PENDING'
                ? t.rich('requests.until', { when: () => <When at={expiresAt} show="since" /> })
                : t.rich('requests.askedAt', { when: () => <When at={askedAt} show="day" /> })}
            </p>
          </LinkCard>
        ))}
      </ul>
    </Section>
  );
}
