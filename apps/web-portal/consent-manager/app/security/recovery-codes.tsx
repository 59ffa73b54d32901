import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Button } from '../../../design/button.tsx';
import { Card } from '../../../design/card.tsx';
import { Loading } from '../../../design/loading.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { Section } from '../../../design/section.tsx';
import { api } from '../api.ts';
import { FreshCodes } from './fresh-codes.tsx';
import { recoveryCodesQuery } from './security-queries.ts';

/** What lets her in once her passkeys are lost: made anew all together, shown once. */
export function RecoveryCodes() {
  const t = useTranslations('person.security');
  const left = useQuery(recoveryCodesQuery);
  const queries = useQueryClient();
  const [fresh, setFresh] = useState<readonly string[]>();
  const making = useMutation({
    mutationFn: () => answer(api.POST('/me/recovery-codes')),
    onSuccess: async ({ codes }) => {
      setFresh(codes);
      await queries.invalidateQueries({ queryKey: recoveryCodesQuery.queryKey });
    },
  });
  const keep = () => {
    setFresh(undefined);
    making.reset();
  };
  return (
    <Section title={t('recovery')}>
      <p className="text-soft">{t('recoveryAbout')}</p>
      <Card className="space-y-4">
        {left.isPending && <Loading lines={1} />}
        {left.isError && <ProblemNotice error={left.error} onRetry={() => void left.refetch()} />}
        {fresh !== undefined && <FreshCodes codes={fresh} onKept={keep} />}
        {fresh === undefined && left.data !== undefined && (
          <>
            <p>{left.data.madeAt === null ? t('recoveryNone') : t('recoveryLeft', { count: left.data.left })}</p>
            <Button busy={making.isPending} onClick={() => making.mutate()}>
              {t('recoveryMake')}
            </Button>
            {left.data.left > 0 && <p className="text-sm text-soft">{t('recoveryReplaces')}</p>}
          </>
        )}
        {making.isError && <ProblemNotice error={making.error} />}
      </Card>
    </Section>
  );
}
