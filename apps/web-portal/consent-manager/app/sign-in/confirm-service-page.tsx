import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { buttonLook } from '../../../design/button.tsx';
import { Card } from '../../../design/card.tsx';
import { Loading } from '../../../design/loading.tsx';
import { Page } from '../../../design/page.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { api } from '../api.ts';
import { arrivedQuery } from '../openid/service-queries.ts';
import { SignInByCode } from './sign-in-by-code.tsx';

/** Whoever comes by a service the first time shows with a code which person she is, before it signs her in. */
export function ConfirmServicePage() {
  const t = useTranslations('person.services');
  const arrived = useQuery(arrivedQuery);
  const navigate = useNavigate();
  const service = arrived.data?.provider.title ?? '';
  return (
    <div className="mx-auto max-w-md">
      <Page title={t('confirmTitle')} about={arrived.data && t('confirmAbout', { service })}>
        {arrived.isPending && <Loading />}
        {arrived.isError && <ProblemNotice error={arrived.error} />}
        {arrived.data !== undefined && (
          <Card className="space-y-4">
            <p>{t('confirmHow')}</p>
            <SignInByCode
              firstContact={arrived.data.email ?? ''}
              act={t('confirm', { service })}
              open={(shown) =>
                answer(api.POST('/sign-in/openid-confirmation', { body: { ...shown, session: 'cookie' } }))
              }
              onOpened={() => navigate({ to: '/', search: {}, replace: true })}
            />
          </Card>
        )}
        <Link to="/" search={{}} replace className={buttonLook('plain')}>
          {t('confirmNot')}
        </Link>
      </Page>
    </div>
  );
}
