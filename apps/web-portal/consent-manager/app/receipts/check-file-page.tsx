import { useMutation } from '@tanstack/react-query';
import { FileSearch } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { BackLink } from '../../../design/back-link.tsx';
import { buttonLook } from '../../../design/button.tsx';
import { Card } from '../../../design/card.tsx';
import { Loading } from '../../../design/loading.tsx';
import { Page } from '../../../design/page.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { askCheck } from './ask-check.ts';
import { CheckedReceipt } from './checked-receipt.tsx';

/** More than any receipt has: what is longer is refused without being read to its end. */
const mostBytes = 5_000_000;

/** Checks a receipt that she kept. The file stays on her device. */
export function CheckFilePage() {
  const t = useTranslations('person');
  const check = useMutation({
    mutationFn: async (file: File) => askCheck(new Uint8Array(await file.slice(0, mostBytes).arrayBuffer())),
  });
  return (
    <>
      <BackLink to="/consents">{t('consents.title')}</BackLink>
      <Page title={t('receipts.title')} about={t('receipts.about')}>
        {/* The browser's own button speaks the browser's language, not the one of these pages. */}
        <label
          className={`${buttonLook('primary')} relative cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent`}
        >
          <FileSearch aria-hidden="true" className="size-5" />
          {t('receipts.file')}
          <input
            type="file"
            accept=".json,.jsonld,application/json,application/ld+json"
            className="sr-only"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file !== undefined) check.mutate(file);
              // The same file may be chosen again.
              target.value = '';
            }}
          />
        </label>
        {check.isPending && <Loading lines={1} />}
        {check.isError && (
          <ProblemNotice
            error={check.error}
            onRetry={() => check.variables !== undefined && check.mutate(check.variables)}
          />
        )}
        {check.data !== undefined && (
          <Card className="space-y-3">
            <h2 className="text-lg font-semibold break-words">
              <bdi>{check.variables?.name}</bdi>
            </h2>
            <CheckedReceipt checked={check.data} />
          </Card>
        )}
      </Page>
    </>
  );
}
