import { useTranslations } from 'use-intl';
import { Notice } from '../../../design/notice.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { PasskeyNotUsed } from './use-passkey.ts';

/** Why an act that needs a passkey did not happen. */
export function PasskeyNotice({ error }: { readonly error: unknown }) {
  const t = useTranslations('person.signIn');
  return error instanceof PasskeyNotUsed ? (
    <Notice kind="warn">{t('passkeyGivenUp')}</Notice>
  ) : (
    <ProblemNotice error={error} />
  );
}
