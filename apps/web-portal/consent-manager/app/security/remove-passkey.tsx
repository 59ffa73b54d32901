import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Button } from '../../../design/button.tsx';
import { Confirm } from '../../../design/confirm.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { api } from '../api.ts';
import type { OwnPasskey } from './security-queries.ts';

export function RemovePasskey({ passkey: { id, name } }: { readonly passkey: OwnPasskey }) {
  const t = useTranslations('person.security');
  const [open, setOpen] = useState(false);
  const queries = useQueryClient();
  const removal = useMutation({
    mutationFn: () => answer(api.DELETE('/me/passkeys/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <>
      <Button kind="danger" aria-label={t('removeOf', { name })} onClick={() => setOpen(true)}>
        {t('remove')}
      </Button>
      <Confirm
        open={open}
        onClose={() => setOpen(false)}
        title={t('removeTitle', { name })}
        act={t('removeAct')}
        kind="danger"
        busy={removal.isPending}
        onAct={() => removal.mutate()}
      >
        <p>{t('removeAbout')}</p>
        {removal.isError && <ProblemNotice error={removal.error} />}
      </Confirm>
    </>
  );
}
