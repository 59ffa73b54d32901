import { useMutation } from '@tanstack/react-query';
import { Download, Printer, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Problem } from '../../../api/problem.ts';
import { Button, buttonLook } from '../../../design/button.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { askCheck } from './ask-check.ts';
import { CheckedReceipt } from './checked-receipt.tsx';
import { askReceipt, downloadReceipt } from './download-receipt.ts';

interface ReceiptsProps {
  /** Of what the receipt is, on the person's API. */
  readonly path: `/me/consents/${string}` | `/me/data-sessions/${string}`;
}

/** Her signed proof, as a file for a machine and as a page for people. */
export function Receipts({ path }: ReceiptsProps) {
  const t = useTranslations('person.consent');
  const words = useTranslations('person.receipts');
  const check = useMutation({ mutationFn: async () => askCheck(await askReceipt(path)) });
  const download = useMutation({ mutationFn: () => downloadReceipt(path) });
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-3">
        <Button busy={download.isPending} onClick={() => download.mutate()}>
          <Download aria-hidden="true" className="size-5" />
          {t('receiptFile')}
        </Button>
        <a href={`${path}/receipt.html`} target="_blank" rel="noreferrer" className={buttonLook('quiet')}>
          <Printer aria-hidden="true" className="size-5" />
          {t('receiptPage')}
        </a>
        <Button busy={check.isPending} onClick={() => check.mutate()}>
          <ShieldCheck aria-hidden="true" className="size-5" />
          {words('check')}
        </Button>
      </div>
      {download.error instanceof Problem && <ProblemNotice error={download.error} />}
      {check.isError && <ProblemNotice error={check.error} />}
      {check.data !== undefined && <CheckedReceipt checked={check.data} />}
    </div>
  );
}
