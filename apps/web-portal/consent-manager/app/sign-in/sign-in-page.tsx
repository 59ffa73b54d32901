import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Card } from '../../../design/card.tsx';
import { Disclosure } from '../../../design/disclosure.tsx';
import { Page } from '../../../design/page.tsx';
import { api } from '../api.ts';
import { SignInByService } from '../openid/sign-in-by-service.tsx';
import { SignInRefused } from '../openid/sign-in-refused.tsx';
import { SignInByCode } from './sign-in-by-code.tsx';
import { SignInByPasskey } from './sign-in-by-passkey.tsx';
import { SignInByRecovery } from './sign-in-by-recovery.tsx';

/** The door: by a passkey first, by a one-time code, or by a code kept for the day that all else is lost. */
export function SignInPage() {
  const t = useTranslations('person.signIn');
  return (
    <div className="mx-auto max-w-md">
      <Page title={t('title')} about={t('about')}>
        <SignInRefused />
        <Card className="space-y-6">
          <SignInByPasskey />
          <SignInByService />
          <p className="flex items-center gap-3 text-sm text-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            {t('or')}
          </p>
          <SignInByCode
            act={t('act')}
            open={(shown) => answer(api.POST('/sign-in/sessions', { body: { ...shown, session: 'cookie' } }))}
          />
          <div className="border-t border-line pt-2">
            <Disclosure title={t('recovery')}>
              <SignInByRecovery />
            </Disclosure>
          </div>
        </Card>
      </Page>
    </div>
  );
}
