import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Card } from '../../../design/card.tsx';
import { Check } from '../../../design/check.tsx';
import { Notice } from '../../../design/notice.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { api } from '../api.ts';
import { meQuery } from '../sign-in/me-query.ts';
import { notificationsQuery } from './notification-queries.ts';

/** Whether a message goes to her contact; codes go there whatever she chooses. */
export function Mail({ isOn }: { readonly isOn: boolean }) {
  const t = useTranslations('person.notifications');
  const me = useQuery(meQuery);
  const queries = useQueryClient();
  const choosing = useMutation({
    mutationFn: (on: boolean) => answer(api.PUT('/me/notifications', { body: { email: { on } } })),
    onSuccess: (chosen) => queries.setQueryData(notificationsQuery.queryKey, chosen),
  });
  const confirmed = me.data?.contacts.some(({ verifiedAt }) => verifiedAt !== null) ?? true;
  return (
    <Card className="space-y-2">
      <h2 className="text-lg font-semibold">{t('mail')}</h2>
      <Check checked={isOn} disabled={choosing.isPending} onChange={(on) => choosing.mutate(on)}>
        {t('mailOn')}
      </Check>
      <p className="text-sm text-soft">{t('mailAbout')}</p>
      {!confirmed && <Notice kind="warn">{t('mailNowhere')}</Notice>}
      {choosing.isError && <ProblemNotice error={choosing.error} />}
    </Card>
  );
}
