import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Button } from '../../../design/button.tsx';
import { Confirm } from '../../../design/confirm.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { api } from '../api.ts';
import type { AccountLink } from './account-queries.ts';
import { LinkEnds } from './link-ends.tsx';

/** Ends a link, once she has read what ends with it. */
export function Unlink({ link, providerName }: { readonly link: AccountLink; readonly providerName: string }) {
  const t = useTranslations('person.accounts');
  const [open, setOpen] = useState(false);
  const queries = useQueryClient();
  const ending = useMutation({
    mutationFn: () => answer(api.DELETE('/me/account-links/{id}', { params: { path: { id: link.id } } })),
    onSuccess: async () => {
      setOpen(false);
      await queries.invalidateQueries();
    },
  });
  return (
    <>
      <Button kind="danger" aria-label={t('unlinkOf', { label: link.label })} onClick={() => setOpen(true)}>
        {t('unlink')}
      </Button>
      <Confirm
        open={open}
        onClose={() => setOpen(false)}
        title={t('unlinkTitle', { label: link.label })}
        act={t('unlinkAct')}
        kind="danger"
        busy={ending.isPending}
        onAct={() => ending.mutate()}
      >
        <p>{t('unlinkAbout', { who: providerName })}</p>
        {open && <LinkEnds linkId={link.id} />}
        {ending.isError && <ProblemNotice error={ending.error} />}
      </Confirm>
    </>
  );
}
