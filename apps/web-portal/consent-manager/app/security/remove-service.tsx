import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Button } from '../../../design/button.tsx';
import { Confirm } from '../../../design/confirm.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { api } from '../api.ts';
import type { LinkedService } from '../openid/service-queries.ts';

export function RemoveService({ service: { id, title } }: { readonly service: LinkedService }) {
  const t = useTranslations('person.services');
  const [open, setOpen] = useState(false);
  const queries = useQueryClient();
  const removal = useMutation({
    mutationFn: () => answer(api.DELETE('/me/openid-identities/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <>
      <Button kind="danger" aria-label={t('removeOf', { service: title })} onClick={() => setOpen(true)}>
        {t('remove')}
      </Button>
      <Confirm
        open={open}
        onClose={() => setOpen(false)}
        title={t('removeTitle', { service: title })}
        act={t('removeAct')}
        kind="danger"
        busy={removal.isPending}
        onAct={() => removal.mutate()}
      >
        <p>{t('removeAbout', { service: title })}</p>
        {removal.isError && <ProblemNotice error={removal.error} />}
      </Confirm>
    </>
  );
}
