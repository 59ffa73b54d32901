import { useQuery } from '@tanstack/react-query';
import { Database } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { May } from '../../../console/operator.tsx';
import { Asked } from '../../../console/parts/asked.tsx';
import { Section } from '../../../console/parts/section.tsx';
import { Code } from '../../../design/code.tsx';
import { DataTable } from '../../../design/data-table.tsx';
import { Empty } from '../../../design/empty.tsx';
import { Page } from '../../../design/page.tsx';
import { When } from '../../../design/when.tsx';
import { askSources, type SourceRead } from './ask-sources.ts';
import { ReadHealth } from './read-health.tsx';
import { TrySource } from './try-source.tsx';

export function RecordSourcesPage() {
  const t = useTranslations('provider.recordSources');
  const sources = useQuery({ queryKey: ['record-sources'], queryFn: askSources, refetchInterval: 15_000 });
  return (
    <Page title={t('title')} about={t('about')}>
      <Asked query={sources}>
        {({ kind, reads, dataTypes }) => (
          <>
            <Section title={t(`kinds.${kind}`)} about={t('reads')}>
              {reads.length === 0 ? (
                <Empty icon={Database} title={t('noReads')}>
                  {t('noReadsAbout')}
                </Empty>
              ) : (
                <Reads reads={reads} />
              )}
            </Section>
            <May right="operator">
              <TrySource dataTypes={dataTypes} />
            </May>
          </>
        )}
      </Asked>
    </Page>
  );
}

function Reads({ reads }: { readonly reads: readonly SourceRead[] }) {
  const t = useTranslations('provider.recordSources');
  return (
    <DataTable
      caption={t('reads')}
      rows={reads}
      keyOf={({ source, dataType }) => `${source} ${dataType}`}
      columns={[
        { name: t('source'), cell: ({ source }) => <Code>{source}</Code> },
        { name: t('dataType'), cell: ({ dataType }) => <Code>{dataType}</Code> },
        { name: t('health'), cell: (read) => <ReadHealth {...read} /> },
        {
          name: t('lastRead'),
          cell: ({ readAt }) => (readAt === null ? t('never') : <When at={readAt} show="since" />),
        },
        {
          name: t('lastFailure'),
          cell: ({ failedAt }) => (failedAt === null ? t('never') : <When at={failedAt} show="since" />),
        },
      ]}
    />
  );
}
