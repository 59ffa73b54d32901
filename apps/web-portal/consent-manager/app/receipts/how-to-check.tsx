import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Disclosure } from '../../../design/disclosure.tsx';

/** A receipt is worth something only where others can check it: how, and what it then proves. */
export function HowToCheck({ file }: { readonly file: string }) {
  const t = useTranslations('person.consent');
  return (
    <Disclosure title={t('check')}>
      <div className="space-y-3 text-sm">
        <p>{t('checkAbout')}</p>
        <p>{t('checkHow')}</p>
        <pre dir="ltr" className="rounded-lg bg-sunken p-3 break-words whitespace-pre-wrap">
          <code>{`assent verify ${file} --trust-list FILE`}</code>
        </pre>
        <p>
          <Link to="/receipts" className="text-accent underline underline-offset-4">
            {t('checkFile')}
          </Link>
        </p>
      </div>
    </Disclosure>
  );
}
