import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { TrustListFacts } from '../../../console/overview/trust-list-facts.tsx';
import { Asked } from '../../../console/parts/asked.tsx';
import { Card } from '../../../design/card.tsx';
import { Notice } from '../../../design/notice.tsx';
import { Page } from '../../../design/page.tsx';
import { api } from '../api.ts';

export function TrustListPage() {
  const t = useTranslations('registry.trustList');
  const list = useQuery({
    queryKey: ['trust-list'],
    queryFn: () => answer(api.GET('/operator/trust-list')),
    refetchInterval: 15_000,
  });
  return (
    <Page title={t('title')} about={t('about')}>
      <Asked query={list}>
        {({ trustList }) =>
          trustList === null ? (
            <Notice kind="warn">{t('none')}</Notice>
          ) : (
            <>
              {trustList.state !== 'FRESH' && <Notice kind="warn">{t('late')}</Notice>}
              <Card>
                <TrustListFacts {...trustList} />
              </Card>
            </>
          )
        }
      </Asked>
    </Page>
  );
}
