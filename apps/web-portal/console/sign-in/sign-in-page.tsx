import { startAuthentication } from '@simplewebauthn/browser';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { KeyRound } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { answer } from '../../api/answer.ts';
import type { components } from '../../api/generated/consent-manager.ts';
import { Button } from '../../design/button.tsx';
import { Card } from '../../design/card.tsx';
import { Page } from '../../design/page.tsx';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import { api } from '../api.ts';
import { useOtherOperator } from '../operator.tsx';
import { askPasskey } from './ask-passkey.ts';

type PasskeyAssertion = components['schemas']['PasskeyAssertion'];
type UseOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];

async function signIn(): Promise<void> {
  const { ceremonyId, publicKey } = await answer(api.POST('/operator/sign-in/options'));
  const response: PasskeyAssertion = await askPasskey(
    startAuthentication({ optionsJSON: publicKey as unknown as UseOptions }),
  );
  await answer(api.POST('/operator/sign-in', { body: { ceremonyId, response } }));
}

export function SignInPage() {
  const t = useTranslations('console.signIn');
  const other = useOtherOperator();
  const signingIn = useMutation({ mutationFn: signIn, onSuccess: other });
  return (
    <div className="mx-auto max-w-md pt-6 sm:pt-16">
      <Page title={t('title')} about={t('about')}>
        <Card className="space-y-4">
          {signingIn.isError && <ProblemNotice error={signingIn.error} />}
          <Button kind="primary" className="w-full" busy={signingIn.isPending} onClick={() => signingIn.mutate()}>
            <KeyRound aria-hidden="true" className="size-5" />
            {t('act')}
          </Button>
          <p className="text-soft">{t('none')}</p>
          <Link to="/join" className="inline-flex min-h-6 items-center text-accent underline underline-offset-4">
            {t('join')}
          </Link>
        </Card>
      </Page>
    </div>
  );
}
