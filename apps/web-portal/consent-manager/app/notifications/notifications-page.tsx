import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { BackLink } from '../../../design/back-link.tsx';
import { Loading } from '../../../design/loading.tsx';
import { Page } from '../../../design/page.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { Mail } from './mail.tsx';
import { notificationsQuery } from './notification-queries.ts';
import { ThisBrowser } from './this-browser.tsx';
import { ToldBrowsers } from './told-browsers.tsx';

/** How she hears that a request waits. What is switched off here is not spoken of. */
export function NotificationsPage() {
  const t = useTranslations('person');
  const notifications = useQuery(notificationsQuery);
  const { email, push } = notifications.data ?? {};
  return (
    <>
      <BackLink to="/security">{t('security.title')}</BackLink>
      <Page title={t('notifications.title')} about={t('notifications.about')}>
        {notifications.isPending && <Loading />}
        {notifications.isError && (
          <ProblemNotice error={notifications.error} onRetry={() => void notifications.refetch()} />
        )}
        {email !== undefined && <Mail isOn={email.on} />}
        {push !== undefined && push.publicKey !== null && (
          <>
            <ThisBrowser publicKey={push.publicKey} told={push.subscriptions} />
            <ToldBrowsers told={push.subscriptions} />
          </>
        )}
        <p className="text-soft">
          {t.rich('notifications.quiet', {
            rules: (words) => (
              <Link to="/rules" className="text-accent underline underline-offset-4">
                {words}
              </Link>
            ),
          })}
        </p>
      </Page>
    </>
  );
}
