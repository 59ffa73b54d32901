import { useTranslations } from 'use-intl';
import { ShortId } from '../../../console/parts/short-id.tsx';
import { DataTable } from '../../../design/data-table.tsx';
import { Notice } from '../../../design/notice.tsx';
import { When } from '../../../design/when.tsx';
import type { Erasures } from './ask-erasures.ts';

/** What should be gone and is not: the person sees it in red as well. */
export function OverdueErasures({ overdue }: Pick<Erasures, 'overdue'>) {
  const t = useTranslations('dataUser.erasures');
  return (
    <div className="space-y-3">
      <Notice kind="bad" title={t('overdue', { count: overdue.length })}>
        {t('overdueAbout')}
      </Notice>
      <DataTable
        caption={t('overdue', { count: overdue.length })}
        rows={overdue}
        keyOf={({ sessionId }) => sessionId}
        columns={[
          { name: t('eraseBy'), cell: ({ eraseBy }) => <When at={eraseBy} /> },
          { name: t('reason'), cell: ({ reason }) => t(`reasons.${reason}`) },
          { name: t('consent'), cell: ({ consentId }) => <ShortId id={consentId} /> },
          { name: t('session'), cell: ({ sessionId }) => <ShortId id={sessionId} /> },
        ]}
      />
    </div>
  );
}
