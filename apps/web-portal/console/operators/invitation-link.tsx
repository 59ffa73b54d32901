import { useTranslations } from 'use-intl';
import { Button } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { When } from '../../design/when.tsx';
import { useCopied } from '../parts/use-copied.ts';

interface InvitationLinkProps {
  readonly invitation: string;
  readonly expiresAt: string;
}

/** The link that makes its holder an operator. What follows `#` is never sent to a server as part of an address. */
export function InvitationLink({ invitation, expiresAt }: InvitationLinkProps) {
  const t = useTranslations('console');
  const { isCopied, copy } = useCopied();
  const link = `${location.origin}${import.meta.env.BASE_URL}join#${invitation}`;
  return (
    <Notice kind="good" title={t('operators.invited')}>
      <p>{t.rich('operators.invitedAbout', { when: () => <When at={expiresAt} show="since" /> })}</p>
      <code dir="ltr" className="my-2 block rounded-lg bg-sunken p-3 font-mono text-sm break-all">
        {link}
      </code>
      <Button onClick={() => void copy(link)}>
        <span aria-live="polite">{isCopied ? t('parts.copied') : t('parts.copy')}</span>
      </Button>
    </Notice>
  );
}
