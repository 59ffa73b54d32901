import { useTranslations } from 'use-intl';
import { NodeWords } from '../../../console/parts/node-words.tsx';
import { Badge } from '../../../design/badge.tsx';
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
          <NodeWords>{failure}</NodeWords>
        </p>
      )}
    </div>
  );
}
