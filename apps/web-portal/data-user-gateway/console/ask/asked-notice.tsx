import { useTranslations } from 'use-intl';
import type { components } from '../../../api/generated/data-user-gateway.ts';
import { ShortId } from '../../../console/parts/short-id.tsx';
import { Notice } from '../../../design/notice.tsx';
import { When } from '../../../design/when.tsx';

/** It is with her now. */
export function AskedNotice({ asked }: { readonly asked: components['schemas']['AskedConsent'] }) {
  const t = useTranslations('dataUser.ask');
  return (
    <Notice kind="good" title={t('sent')}>
      {asked.expiresAt !== undefined && (
        <p>{t.rich('sentAbout', { when: () => <When at={asked.expiresAt ?? ''} show="since" /> })}</p>
      )}
      <p>
        {t('requestId')} <ShortId id={asked.id} />
      </p>
    </Notice>
  );
}
