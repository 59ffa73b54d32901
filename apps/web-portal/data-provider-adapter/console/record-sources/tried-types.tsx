import { useFormatter, useTranslations } from 'use-intl';
import type { components } from '../../../api/generated/data-provider-adapter.ts';
import { NodeWords } from '../../../console/parts/node-words.tsx';
import { Badge } from '../../../design/badge.tsx';
import { Code } from '../../../design/code.tsx';
import { DataTable } from '../../../design/data-table.tsx';

type Tried = components['schemas']['RecordSourceTried']['dataTypes'];

/** What would leave, and what the schema would hold back. */
export function TriedTypes({ tried }: { readonly tried: Tried }) {
  const t = useTranslations('provider.recordSources');
  const format = useFormatter();
  return (
    <DataTable
      caption={t('tried')}
      rows={tried}
      keyOf={({ dataType }) => dataType}
      columns={[
        { name: t('dataType'), cell: ({ dataType }) => <Code>{dataType}</Code> },
        { name: t('read'), isNumber: true, cell: ({ read }) => format.number(read) },
        { name: t('leave'), isNumber: true, cell: ({ leave }) => format.number(leave) },
        { name: t('outside'), isNumber: true, cell: ({ outside }) => format.number(outside) },
        {
          name: t('heldBack'),
          cell: ({ refused, failure }) => {
            if (failure !== undefined) return <NodeWords>{failure}</NodeWords>;
            if (refused.length === 0) return <Badge tone="good">{t('none')}</Badge>;
            return (
              <ul>
                {refused.map(({ path, keyword, records }) => (
                  <li key={`${path} ${keyword}`}>
                    <Code>{`${path} ${keyword}`}</Code> × {format.number(records)}
                  </li>
                ))}
              </ul>
            );
          },
        },
      ]}
    />
  );
}
