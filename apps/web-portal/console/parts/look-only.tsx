import { useTranslations } from 'use-intl';
import { Notice } from '../../design/notice.tsx';

/** Instead of an act that the reader's right does not reach. */
export function LookOnly() {
  const t = useTranslations('console.parts');
  return <Notice>{t('lookOnly')}</Notice>;
}
