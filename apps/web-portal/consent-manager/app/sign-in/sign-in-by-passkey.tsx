import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import type { operations } from '../../../api/generated/consent-manager.ts';
import { Button } from '../../../design/button.tsx';
import { api } from '../api.ts';
import { PasskeyNotice } from './passkey-notice.tsx';
import { signWithPasskey } from './use-passkey.ts';

type Signed = operations['PasskeySignIn.open']['requestBody']['content']['application/json'];

/** The browser offers the passkeys that were made here: nobody needs to be named. */
export function SignInByPasskey() {
  const t = useTranslations('person.signIn');
  const queries = useQueryClient();
  const opening = useMutation({
    mutationFn: async () => {
      const { ceremonyId, publicKey } = await answer(api.POST('/sign-in/passkeys/options', { body: {} }));
      const response = (await signWithPasskey(publicKey)) as Signed['response'];
      return answer(api.POST('/sign-in/passkeys', { body: { ceremonyId, response, session: 'cookie' } }));
    },
    onSuccess: () => queries.resetQueries(),
  });
  if (!browserSupportsWebAuthn()) return <p className="text-soft">{t('noPasskeys')}</p>;
  return (
    <div className="space-y-2">
      <Button kind="primary" className="w-full" busy={opening.isPending} onClick={() => opening.mutate()}>
        <KeyRound aria-hidden="true" className="size-5" />
        {t('passkey')}
      </Button>
      <p className="text-sm text-soft">{t('passkeyAbout')}</p>
      {opening.isError && <PasskeyNotice error={opening.error} />}
    </div>
  );
}
