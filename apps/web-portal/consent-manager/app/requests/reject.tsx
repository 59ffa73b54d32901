import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { rejectionReasons } from '#domain';
import { answer } from '../../../api/answer.ts';
import { Button } from '../../../design/button.tsx';
import { Confirm } from '../../../design/confirm.tsx';
import { OneOf } from '../../../design/one-of.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { api } from '../api.ts';
import type { RequestDetail } from './request-queries.ts';

const reasons = ['none', ...rejectionReasons] as const;
type Reason = (typeof reasons)[number];

/** Says no: with a reason of the list, if she likes, that who asks is told. */
export function Reject({ request }: { readonly request: RequestDetail }) {
  const t = useTranslations('person.request');
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<Reason>('none');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { handle, dataUser } = request;
  const rejection = useMutation({
    mutationFn: () => {
      const body = reason === 'none' ? {} : { reason };
      return answer(api.POST('/me/consent-requests/{handle}/reject', { params: { path: { handle } }, body }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries();
      await navigate({ to: '/' });
    },
  });
  const close = () => {
    setOpen(false);
    // It may have been decided elsewhere, or have lapsed: then the page has grown old.
    if (rejection.isError) void queries.invalidateQueries({ queryKey: ['consent-requests'] });
  };
  return (
    <>
      <Button className="w-full" onClick={() => setOpen(true)}>
        {t('reject')}
      </Button>
      <Confirm
        open={open}
        onClose={close}
        title={t('rejectTitle', { who: dataUser.name })}
        act={t('rejectAct')}
        kind="danger"
        busy={rejection.isPending}
        onAct={() => rejection.mutate()}
      >
        <p>{t('rejectAbout', { who: dataUser.name })}</p>
        <OneOf
          label={t('reason')}
          value={reason}
          onChange={setReason}
          options={reasons.map((value) => ({ value, text: t(`reasons.${value}`) }))}
        />
        {rejection.isError && <ProblemNotice error={rejection.error} />}
      </Confirm>
    </>
  );
}
