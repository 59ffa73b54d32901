import { useMutation, useQueryClient } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Button } from '../../../design/button.tsx';
import { api } from '../api.ts';

/** Ends this session, and forgets all that was read in it. */
export function SignOut() {
  const t = useTranslations('common');
  const queries = useQueryClient();
  const leaving = useMutation({
    mutationFn: () => answer(api.DELETE('/me/session')),
    onSettled: () => queries.resetQueries(),
  });
  return (
    <Button busy={leaving.isPending} onClick={() => leaving.mutate()}>
      <LogOut aria-hidden="true" className="size-5 rtl:rotate-180" />
      {t('signOut')}
    </Button>
  );
}
