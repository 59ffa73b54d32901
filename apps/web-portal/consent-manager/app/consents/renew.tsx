import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Button } from '../../../design/button.tsx';
import { Confirm } from '../../../design/confirm.tsx';
import { Notice } from '../../../design/notice.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { api } from '../api.ts';
import type { ConsentDetail } from './consent-queries.ts';

/** Says ahead that she would give a consent again: a rule of hers then answers the one who asks anew. */
export function Renew({ consent: { id, dataUser } }: { readonly consent: ConsentDetail }) {
  const t = useTranslations('person.consent');
  const [open, setOpen] = useState(false);
  const queries = useQueryClient();
  const renewal = useMutation({
    mutationFn: () =>
      answer(api.POST('/me/consents/{id}/renew', { params: { path: { id } }, body: { mostUses: 1, withinDays: 30 } })),
    onSuccess: async () => {
      setOpen(false);
      await queries.invalidateQueries();
    },
  });
  return (
    <>
      {renewal.isSuccess ? (
        <Notice kind="good" title={t('renewed')} />
      ) : (
        <Button className="w-full" onClick={() => setOpen(true)}>
          {t('renew')}
        </Button>
      )}
      <Confirm
        open={open}
        onClose={() => setOpen(false)}
        title={t('renewTitle')}
        act={t('renew')}
        busy={renewal.isPending}
        onAct={() => renewal.mutate()}
      >
        <p>{t('renewAbout', { who: dataUser.name })}</p>
        {renewal.isError && <ProblemNotice error={renewal.error} />}
      </Confirm>
    </>
  );
}
