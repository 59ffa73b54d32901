import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Button } from '../../../design/button.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { api } from '../api.ts';
import type { Consent } from '../consents/ask-consents.ts';
import { columnsOf, flatten, toCsv } from './record-table.ts';
import { saveFile } from './save-file.ts';

type Format = 'csv' | 'ndjson';
interface ExportProps {
  readonly consent: Consent;
  readonly dataType: string;
}

/** All records of a type under a consent: a line of JSON each, as they were received, or a table. */
async function exportRecords({ consent, dataType }: ExportProps, format: Format): Promise<void> {
  const query = { consent: consent.id, dataType };
  const lines = (await answer(
    api.GET('/operator/records/export', { params: { query }, parseAs: 'text' }),
  )) as unknown as string;
  const name = `${dataType}-${consent.id.slice(-8)}.${format}`;
  if (format === 'ndjson') return saveFile(name, 'application/x-ndjson', lines);
  const records = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { record, ...about } = JSON.parse(line) as { record: Record<string, unknown> };
      return new Map([...flatten(about), ...flatten(record)]);
    });
  saveFile(name, 'text/csv', toCsv(columnsOf(records), records));
}

/** Only under a consent that lets one keep what was received. */
export function Export(props: ExportProps) {
  const t = useTranslations('dataUser.records');
  const saving = useMutation({ mutationFn: (format: Format) => exportRecords(props, format) });
  if (props.consent.terms.consentMode === 'VIEW') return <p className="max-w-sm text-soft">{t('viewOnly')}</p>;
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap gap-3">
        {(['csv', 'ndjson'] as const).map((format) => (
          <Button key={format} busy={saving.isPending} onClick={() => saving.mutate(format)}>
            <Download aria-hidden="true" className="size-5" />
            {t(`export.${format}`)}
          </Button>
        ))}
      </div>
      {saving.isError && <ProblemNotice error={saving.error} />}
    </div>
  );
}
