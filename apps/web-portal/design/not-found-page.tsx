import { useTranslations } from 'use-intl';
import { Page } from './page.tsx';

export function NotFoundPage() {
  const t = useTranslations('common');
  return (
    <Page title={t('notFound')}>
      <p>{t('notFoundAbout')}</p>
    </Page>
  );
}
