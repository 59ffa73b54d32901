import { useTranslations } from 'use-intl';
import { Badge } from '../../../design/badge.tsx';
import { Code } from '../../../design/code.tsx';
import type { SourceRead } from './ask-sources.ts';
import { isFailing } from './is-failing.ts';

export function ReadHealth({ readAt, failedAt, failure }: Pick<SourceRead, 'readAt' | 'failedAt' | 'failure'>) {
  const t = useTranslations('provider.recordSources');
  if (!isFailing({ readAt, failedAt })) return <Badge tone="good">{t('well')}</Badge>;
  return (
    <div className="space-y-1">
      <Badge tone="bad">{t('failing')}</Badge>
      {failure !== null && (
        <p className="text-sm">
          {t.has(`failures.${failure as 'failed'}`) ? t(`failures.${failure as 'failed'}`) : <Code>{failure}</Code>}
        </p>
      )}
    </div>
  );
}
