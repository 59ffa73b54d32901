import { Link } from '@tanstack/react-router';
import { BellRing } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { buttonLook } from '../../../design/button.tsx';
import { Page } from '../../../design/page.tsx';
import { Contacts } from './contacts.tsx';
import { Passkeys } from './passkeys.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { Services } from './services.tsx';
import { Sessions } from './sessions.tsx';
import { SignOut } from './sign-out.tsx';

export function SecurityPage() {
  const t = useTranslations('person.security');
  return (
    <Page title={t('title')} about={t('about')} actions={<SignOut />}>
      <Passkeys />
      <RecoveryCodes />
      <Services />
      <Sessions />
      <Contacts />
      <ToNotifications />
    </Page>
  );
}

function ToNotifications() {
  const t = useTranslations('person.notifications');
  return (
    <Link to="/notifications" className={buttonLook('quiet')}>
      <BellRing aria-hidden="true" className="size-5" />
      {t('title')}
    </Link>
  );
}
