import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Button } from '../../../design/button.tsx';
import { Field } from '../../../design/field.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { api } from '../api.ts';

/** For one who lost her passkeys: a code that she kept. */
export function SignInByRecovery() {
  const t = useTranslations('person.signIn');
  const [principal, setPrincipal] = useState('');
  const [recoveryCode, setRecoveryCode] = useState('');
  const queries = useQueryClient();
  const opening = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/sign-in/recovery', {
          body: { principal: principal.trim(), recoveryCode: recoveryCode.trim(), session: 'cookie' },
        }),
      ),
    onSuccess: () => queries.resetQueries(),
  });
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        opening.mutate();
      }}
    >
      <p className="text-soft">{t('recoveryAbout')}</p>
      <Field
        label={t('principal')}
        hint={t('principalHint')}
        value={principal}
        required
        dir="ltr"
        autoComplete="username"
        onChange={({ currentTarget }) => setPrincipal(currentTarget.value)}
      />
      <Field
        label={t('recoveryCode')}
        value={recoveryCode}
        required
        dir="ltr"
        autoComplete="off"
        onChange={({ currentTarget }) => setRecoveryCode(currentTarget.value)}
      />
      <Button type="submit" busy={opening.isPending}>
        {t('act')}
      </Button>
      {opening.isError && <ProblemNotice error={opening.error} />}
    </form>
  );
}
