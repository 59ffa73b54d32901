import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { OperatorRight } from '#domain';
import { answer } from '../../api/answer.ts';
import { Button } from '../../design/button.tsx';
import { Card } from '../../design/card.tsx';
import { Field } from '../../design/field.tsx';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import { api } from '../api.ts';
import { InvitationLink } from './invitation-link.tsx';
import { invitationsKey } from './invitations-key.ts';
import { RightChoice } from './right-choice.tsx';

/** Invites another operator: the link is shown once. */
export function InviteForm() {
  const t = useTranslations('console');
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [may, setMay] = useState<OperatorRight>('viewer');
  const invite = useMutation({
    mutationFn: () => answer(api.POST('/operator/invitations', { body: { name: name.trim(), may } })),
    onSuccess: () => {
      setName('');
      return client.invalidateQueries({ queryKey: invitationsKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') invite.mutate();
  };
  return (
    <Card className="space-y-4">
      <h2 className="text-lg font-semibold">{t('operators.invite')}</h2>
      <form onSubmit={submit} className="grid items-start gap-4 sm:grid-cols-[1fr_14rem_auto]">
        <Field
          label={t('operators.name')}
          hint={t('operators.nameHint')}
          required
          maxLength={64}
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <RightChoice label={t('operators.right')} may={may} onChange={setMay} />
        <Button kind="primary" type="submit" busy={invite.isPending} className="sm:mt-7">
          {t('operators.inviteAct')}
        </Button>
      </form>
      <p className="text-soft">{t(`rights.${may}.may`)}</p>
      {invite.isError && <ProblemNotice error={invite.error} />}
      {invite.isSuccess && <InvitationLink {...invite.data} />}
    </Card>
  );
}
