import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Button } from '../../../design/button.tsx';
import { Card } from '../../../design/card.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { api } from '../api.ts';
import type { ConsentDetail } from './consent-queries.ts';
import { Pause } from './pause.tsx';
import { Renew } from './renew.tsx';
import { Revoke } from './revoke.tsx';

/** What she can do with a consent that has not ended. */
export function ConsentActs({ consent }: { readonly consent: ConsentDetail }) {
  const t = useTranslations('person.consent');
  const queries = useQueryClient();
  const resume = useMutation({
    mutationFn: () => answer(api.POST('/me/consents/{id}/resume', { params: { path: { id: consent.id } } })),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <Card className="space-y-3">
      <h2 className="text-lg font-semibold">{t('acts')}</h2>
      {consent.state === 'PAUSED' ? (
        <Button kind="primary" className="w-full" busy={resume.isPending} onClick={() => resume.mutate()}>
          {t('resume')}
        </Button>
      ) : (
        <Pause consent={consent} />
      )}
      <Renew consent={consent} />
      <Revoke consent={consent} />
      {resume.isError && <ProblemNotice error={resume.error} />}
    </Card>
  );
}
