import { useQuery } from '@tanstack/react-query';
import { Landmark } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Empty } from '../../../design/empty.tsx';
import { Loading } from '../../../design/loading.tsx';
import { Page } from '../../../design/page.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { Section } from '../../../design/section.tsx';
import { When } from '../../../design/when.tsx';
import { useDataWords } from '../words/data-words.ts';
import { type AccountLink, accountsQuery, useProviderName } from './account-queries.ts';
import { LinkAccounts } from './link-accounts.tsx';
import { Unlink } from './unlink.tsx';

export function AccountsPage() {
  const t = useTranslations('person.accounts');
  const accounts = useQuery(accountsQuery);
  const nameOf = useProviderName();
  const byProvider = Map.groupBy(accounts.data?.links ?? [], ({ dataProvider }) => dataProvider);
  return (
    <Page title={t('title')} about={t('about')}>
      {accounts.isPending && <Loading />}
      {accounts.isError && <ProblemNotice error={accounts.error} onRetry={() => void accounts.refetch()} />}
      {accounts.data?.links.length === 0 && (
        <Empty icon={Landmark} title={t('none')}>
          {t('noneAbout')}
        </Empty>
      )}
      {[...byProvider].map(([provider, links]) => (
        <Section key={provider} title={nameOf(provider)} count={links.length}>
          <ul className="space-y-3">
            {links.map((link) => (
              <Account key={link.id} link={link} providerName={nameOf(provider)} />
            ))}
          </ul>
        </Section>
      ))}
      <LinkAccounts />
    </Page>
  );
}

function Account({ link, providerName }: { readonly link: AccountLink; readonly providerName: string }) {
  const t = useTranslations('person.accounts');
  const words = useDataWords();
  const { label, dataTypes, linkedAt } = link;
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 rounded-xl border border-line bg-surface p-4 sm:p-5">
      <div className="min-w-0">
        <h3 className="font-semibold">{label}</h3>
        <p className="text-soft">{dataTypes.map((type) => words.typeTitle(type)).join(' · ')}</p>
        <p className="text-sm text-soft">{t.rich('linkedAt', { when: () => <When at={linkedAt} show="day" /> })}</p>
      </div>
      <Unlink link={link} providerName={providerName} />
    </li>
  );
}
