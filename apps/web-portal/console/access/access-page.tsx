import { useTranslations } from 'use-intl';
import { Page } from '../../design/page.tsx';
import { OwnPasskeys } from './own-passkeys.tsx';
import { OwnSessions } from './own-sessions.tsx';

/** How whoever is signed in gets in, and where that one is in. */
export function AccessPage() {
  const t = useTranslations('console.access');
  return (
    <Page title={t('title')} about={t('about')}>
      <OwnPasskeys />
      <OwnSessions />
    </Page>
  );
}
