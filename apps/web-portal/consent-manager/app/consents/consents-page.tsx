import { useQuery } from '@tanstack/react-query';
import { FileCheck2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Empty } from '../../../design/empty.tsx';
import { LinkCard } from '../../../design/link-card.tsx';
import { Loading } from '../../../design/loading.tsx';
import { Page } from '../../../design/page.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { Section } from '../../../design/section.tsx';
import { When } from '../../../design/when.tsx';
import { useDataWords } from '../words/data-words.ts';
import { type ConsentSummary, consentsQuery } from './consent-queries.ts';
import { ConsentStateBadge, OverdueBadge } from './consent-state-badge.tsx';

const groups = [
  ['active', ['ACTIVE']],
  ['paused', ['PAUSED']],
  ['ended', ['REVOKED', 'EXPIRED']],
] as const;

export function ConsentsPage() {
  const t = useTranslations('person.consents');
  const consents = useQuery(consentsQuery);
  return (
    <Page title={t('title')} about={t('about')}>
      {consents.isPending && <Loading />}
      {consents.isError && <ProblemNotice error={consents.error} onRetry={() => void consents.refetch()} />}
      {consents.data?.consents.length === 0 && (
        <Empty icon={FileCheck2} title={t('none')}>
          {t('noneAbout')}
        </Empty>
      )}
      {groups.map(([group, states]) => (
        <Group
          key={group}
          title={t(group)}
          consents={consents.data?.consents.filter(({ state }) => states.some((of) => of === state)) ?? []}
        />
      ))}
    </Page>
  );
}

function Group({ title, consents }: { readonly title: string; readonly consents: readonly ConsentSummary[] }) {
  const t = useTranslations('person.consents');
  const words = useDataWords();
  if (consents.length === 0) return null;
  return (
    <Section title={title} count={consents.length}>
      <ul className="space-y-3">
        {consents.map(({ id, dataUser, purpose, state, expiresAt, changedAt, resumeAt, overdueErasures }) => (
          <LinkCard
            key={id}
            to="/consents/$id"
            params={{ id }}
            title={dataUser.name}
            badge={
              <>
                <ConsentStateBadge state={state} />
                <OverdueBadge count={overdueErasures} />
              </>
            }
          >
            <p>{words.purposeTitle(purpose.code, purpose.title)}</p>
            <p className="text-sm text-soft">
              {state === 'ACTIVE' && t.rich('until', { when: () => <When at={expiresAt} show="day" /> })}
              {state === 'PAUSED' && resumeAt === null && t('pausedByHand')}
              {state === 'PAUSED' &&
                resumeAt !== null &&
                t.rich('pausedUntil', { when: () => <When at={resumeAt} show="moment" /> })}
              {(state === 'REVOKED' || state === 'EXPIRED') &&
                t.rich('endedAt', { when: () => <When at={changedAt} show="day" /> })}
            </p>
          </LinkCard>
        ))}
      </ul>
    </Section>
  );
}
