import { Copy, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../design/button.tsx';
import { Notice } from '../../../design/notice.tsx';

interface FreshCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** Codes that are shown this once: they stand in the page's memory alone. */
export function FreshCodes({ codes, onKept }: FreshCodesProps) {
  const t = useTranslations('person.security');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    setCopied(true);
  };
  return (
    <div className="space-y-4">
      <Notice kind="warn" title={t('recoveryShown')} />
      <ol dir="ltr" className="grid gap-2 rounded-lg bg-sunken p-4 font-mono sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-3 print:hidden">
        <Button onClick={() => void copy().catch(() => setCopied(false))}>
          <Copy aria-hidden="true" className="size-5" />
          <span aria-live="polite">{t(copied ? 'copied' : 'copy')}</span>
        </Button>
        <Button onClick={() => print()}>
          <Printer aria-hidden="true" className="size-5" />
          {t('print')}
        </Button>
        <Button kind="primary" onClick={onKept}>
          {t('kept')}
        </Button>
      </div>
    </div>
  );
}
