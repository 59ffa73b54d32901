import { useMutation, useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import type { operations } from '../../../api/generated/consent-manager.ts';
import { Button } from '../../../design/button.tsx';
import { Card } from '../../../design/card.tsx';
import { Field } from '../../../design/field.tsx';
import { Notice } from '../../../design/notice.tsx';
import { api } from '../api.ts';
import { PasskeyNotice } from '../sign-in/passkey-notice.tsx';
import { makePasskey } from '../sign-in/use-passkey.ts';

type Made = operations['Passkeys.finish']['requestBody']['content']['application/json'];

const longestName = 60;

/** Makes a passkey on this device, or on one that the browser offers. */
export function NewPasskey() {
  const t = useTranslations('person.security');
  const [name, setName] = useState('');
  const queries = useQueryClient();
  const making = useMutation({
    mutationFn: async () => {
      const { ceremonyId, publicKey } = await answer(api.POST('/me/passkeys/options'));
      const response = (await makePasskey(publicKey)) as Made['response'];
      const called = name.trim() === '' ? t('passkeyNameDefault') : name.trim();
      return answer(api.POST('/me/passkeys', { body: { ceremonyId, response, name: called } }));
    },
    onSuccess: async () => {
      setName('');
      await queries.invalidateQueries();
    },
  });
  return (
    <Card>
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          making.mutate();
        }}
      >
        <Field
          label={t('passkeyName')}
          hint={t('passkeyNameHint')}
          value={name}
          maxLength={longestName}
          placeholder={t('passkeyNameDefault')}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button kind="primary" type="submit" busy={making.isPending}>
          <KeyRound aria-hidden="true" className="size-5" />
          {t('makePasskey')}
        </Button>
        {making.isSuccess && <Notice kind="good" title={t('passkeyMade')} />}
        {making.isError && <PasskeyNotice error={making.error} />}
      </form>
    </Card>
  );
}
