import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { FileCheck2, History, Inbox, Landmark, Scale, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { lazyPage } from '../../design/lazy-page.tsx';
import { Loading } from '../../design/loading.tsx';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import { Shell } from '../../design/shell.tsx';
import { useLiveChanges } from './live-changes.ts';
import { useWordsLeft } from './notifications/words-left.ts';
import { useArrival } from './openid/arrival.ts';
import { SignInRefused } from './openid/sign-in-refused.tsx';
import { requestsQuery } from './requests/request-queries.ts';
import { isSignedOut, useSessionEnded } from './session-ended.ts';
import { meQuery } from './sign-in/me-query.ts';

const ConfirmServicePage = lazyPage(() => import('./sign-in/confirm-service-page.tsx'), 'ConfirmServicePage');

const SignInPage = lazyPage(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage');

/** Every page of hers, or the door: it stands where she wanted to go, so that she is there once it opens. */
export function PersonPages() {
  useSessionEnded();
  const me = useQuery(meQuery);
  const arrival = useArrival();
  if (arrival.mustConfirm) {
    return (
      <Shell name="Assent" pages={[]}>
        <ConfirmServicePage />
      </Shell>
    );
  }
  if (me.data !== undefined && !isSignedOut(me.error)) return <SignedInPages />;
  return (
    <Shell name="Assent" pages={[]}>
      {me.isPending && <Loading />}
      {isSignedOut(me.error) && <SignInPage />}
      {me.isError && !isSignedOut(me.error) && <ProblemNotice error={me.error} onRetry={() => void me.refetch()} />}
    </Shell>
  );
}

function SignedInPages() {
  const t = useTranslations('person.nav');
  useLiveChanges();
  useWordsLeft();
  const requests = useQuery(requestsQuery);
  const waiting = requests.data?.requests.filter(({ state }) => state === 'PENDING').length;
  return (
    <Shell
      name="Assent"
      account={<ToSecurity />}
      pages={[
        { to: '/', icon: Inbox, text: t('requests'), count: waiting },
        { to: '/consents', icon: FileCheck2, text: t('consents') },
        { to: '/timeline', icon: History, text: t('timeline') },
        { to: '/accounts', icon: Landmark, text: t('accounts') },
        { to: '/rules', icon: Scale, text: t('choices') },
      ]}
    >
      <SignInRefused />
      <Outlet />
    </Shell>
  );
}

/** Not among the pages: a phone's bar has room for five, and here one looks for how one is signed in. */
function ToSecurity() {
  const t = useTranslations('person.nav');
  return (
    <Link
      to="/security"
      className="flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-lg px-2 text-soft no-underline hover:bg-sunken hover:text-ink data-[status=active]:bg-accent-wash data-[status=active]:text-accent"
    >
      <ShieldCheck aria-hidden="true" className="size-5" />
      <span className="max-md:sr-only">{t('security')}</span>
    </Link>
  );
}
