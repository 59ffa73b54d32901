import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { answer } from '../../api/answer.ts';
import { Card } from '../../design/card.tsx';
import { Empty } from '../../design/empty.tsx';
import { Loading } from '../../design/loading.tsx';
import { Page } from '../../design/page.tsx';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import { When } from '../../design/when.tsx';
import { api } from './api.ts';

export function RequestsPage() {
  const t = useTranslations('person');
  const requests = useQuery({
    queryKey: ['consent-requests'],
    queryFn: () => answer(api.GET('/me/consent-requests', { params: { query: { state: 'PENDING', limit: 50 } } })),
  });
  return (
    <Page title={t('requests')} about={t('requestsAbout')}>
      {requests.isPending && <Loading />}
      {requests.isError && <ProblemNotice error={requests.error} onRetry={() => void requests.refetch()} />}
      {requests.data?.requests.length === 0 && (
        <Empty icon={Inbox} title={t('requestsEmpty')}>
          {t('requestsEmptyAbout')}
        </Empty>
      )}
      {requests.data?.requests.map(({ handle, dataUser, purpose, expiresAt }) => (
        <Card key={handle}>
          <h2 className="text-lg font-semibold">{dataUser.name}</h2>
          <p>{purpose.text}</p>
          <p className="text-soft">
            <When at={expiresAt} show="since" />
          </p>
        </Card>
      ))}
    </Page>
  );
}
