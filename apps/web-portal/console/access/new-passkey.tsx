import { startRegistration } from '@simplewebauthn/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer } from '../../api/answer.ts';
import type { components } from '../../api/generated/consent-manager.ts';
import { Button } from '../../design/button.tsx';
import { Card } from '../../design/card.tsx';
import { Field } from '../../design/field.tsx';
import { Notice } from '../../design/notice.tsx';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import { api } from '../api.ts';
import { askPasskey } from '../sign-in/ask-passkey.ts';
import { passkeysQuery } from './ask-access.ts';

type MakingOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];

async function addPasskey(name: string): Promise<void> {
  const { ceremonyId, publicKey } = await answer(api.POST('/operator/passkeys/options'));
  const response: components['schemas']['PasskeyMade'] = await askPasskey(
    startRegistration({ optionsJSON: publicKey as unknown as MakingOptions }),
  );
  await answer(api.POST('/operator/passkeys', { body: { ceremonyId, response, name } }));
}

/** Another passkey, on this device or on one that the browser offers. */
export function NewPasskey() {
  const t = useTranslations('console.access');
  const client = useQueryClient();
  const [name, setName] = useState('');
  const adding = useMutation({
    mutationFn: addPasskey,
    onSuccess: async () => {
      setName('');
      await client.invalidateQueries({ queryKey: passkeysQuery.queryKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') adding.mutate(name.trim());
  };
  return (
    <Card>
      <form onSubmit={submit} className="grid items-start gap-4 sm:grid-cols-[1fr_auto]">
        <Field
          label={t('newName')}
          hint={t('newNameHint')}
          required
          maxLength={60}
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Button type="submit" busy={adding.isPending} className="sm:mt-7">
          <KeyRound aria-hidden="true" className="size-5" />
          {t('add')}
        </Button>
      </form>
      {adding.isError && <ProblemNotice error={adding.error} />}
      {adding.isSuccess && <Notice kind="good">{t('added')}</Notice>}
    </Card>
  );
}
