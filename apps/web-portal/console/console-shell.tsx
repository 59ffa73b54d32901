import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { Gauge, KeyRound, ScrollText, Send, Users } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { mayAct } from '#domain';
import { Loading } from '../design/loading.tsx';
import { ProblemNotice } from '../design/problem-notice.tsx';
import { Shell, type ShellPage } from '../design/shell.tsx';
import { AccountMenu } from './account-menu.tsx';
import { askWhoOperates, OperatorProvider, operatorKey } from './operator.tsx';
import { type FindWorries, OwnWorries } from './overview/own-worries.ts';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import { useSignedOutNotice } from './sign-in/use-signed-out-notice.ts';

/** A hook, as the names of pages are in the reader's language. */
export type ConsoleWays = () => readonly ShellPage[];

interface ConsoleShellProps {
  readonly useWays: ConsoleWays;
  readonly tellsEvents: boolean;
  readonly useWorries: FindWorries;
}

/** Nobody sees a page who is not signed in; where one stood stays in the address, and comes back with the session. */
export function ConsoleShell({ useWays, tellsEvents, useWorries }: ConsoleShellProps) {
  const t = useTranslations('console.ways');
  const own = useWays();
  useSignedOutNotice();
  const isOutside = useLocation({ select: ({ pathname }) => pathname.endsWith('/join') });
  const { data: operator, error, refetch } = useQuery({ queryKey: operatorKey, queryFn: askWhoOperates });
  if (isOutside || operator === undefined || operator === null) {
    return (
      <Shell name="Assent" pages={[]}>
        {isOutside ? <Outlet /> : operator === null ? <SignInPage /> : error === null && <Loading />}
        {!isOutside && error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      </Shell>
    );
  }
  const pages = [
    { to: '/', icon: Gauge, text: t('overview') },
    ...own,
    ...(tellsEvents ? [{ to: '/events', icon: Send, text: t('events') }] : []),
    { to: '/keys', icon: KeyRound, text: t('keys') },
    { to: '/trail', icon: ScrollText, text: t('trail') },
    ...(mayAct(operator.may, 'admin') ? [{ to: '/operators', icon: Users, text: t('operators') }] : []),
  ];
  return (
    <OperatorProvider operator={operator}>
      <OwnWorries value={useWorries}>
        <Shell isWide name={operator.participant.name} pages={pages} account={<AccountMenu />}>
          <Outlet />
        </Shell>
      </OwnWorries>
    </OperatorProvider>
  );
}
