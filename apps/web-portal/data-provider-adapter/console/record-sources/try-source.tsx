import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Button } from '../../../design/button.tsx';
import { Card } from '../../../design/card.tsx';
import { Choice } from '../../../design/choice.tsx';
import { Field } from '../../../design/field.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { api } from '../api.ts';
import { TriedTypes } from './tried-types.tsx';

const every = 'all';

/** Reads an account as a data session would: counts come back, never a value. */
export function TrySource({ dataTypes }: { readonly dataTypes: readonly string[] }) {
  const t = useTranslations('provider.recordSources');
  const [accountKey, setAccountKey] = useState('');
  const [dataType, setDataType] = useState<string>(every);
  const trying = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/operator/record-sources/try', {
          body: { accountKey: accountKey.trim(), ...(dataType !== every && { dataType }) },
        }),
      ),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (accountKey.trim() !== '') trying.mutate();
  };
  return (
    <Card className="space-y-4">
      <div>
        <h2 className="text-lg font-semibold">{t('try')}</h2>
        <p className="text-soft">{t('tryAbout')}</p>
      </div>
      <form onSubmit={submit} className="grid items-start gap-4 sm:grid-cols-[1fr_16rem_auto]">
        <Field
          label={t('account')}
          hint={t('accountHint')}
          required
          maxLength={500}
          autoComplete="off"
          spellCheck={false}
          value={accountKey}
          onChange={({ target }) => setAccountKey(target.value)}
        />
        <Choice
          label={t('dataType')}
          value={dataType}
          options={[{ value: every, text: t('allTypes') }, ...dataTypes.map((type) => ({ value: type, text: type }))]}
          onChange={setDataType}
        />
        <Button kind="primary" type="submit" busy={trying.isPending} className="sm:mt-7">
          {t('tryAct')}
        </Button>
      </form>
      <div aria-live="polite" className="space-y-4">
        {trying.isError && <ProblemNotice error={trying.error} />}
        {trying.isSuccess && <TriedTypes tried={trying.data.dataTypes} />}
      </div>
    </Card>
  );
}
