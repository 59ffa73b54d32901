import { useQuery } from '@tanstack/react-query';
import { Eraser } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Asked } from '../../../console/parts/asked.tsx';
import { Section } from '../../../console/parts/section.tsx';
import { ShortId } from '../../../console/parts/short-id.tsx';
import { Code } from '../../../design/code.tsx';
import { DataTable } from '../../../design/data-table.tsx';
import { Empty } from '../../../design/empty.tsx';
import { Notice } from '../../../design/notice.tsx';
import { Page } from '../../../design/page.tsx';
import { When } from '../../../design/when.tsx';
import { askErasures, type Erasures } from './ask-erasures.ts';
import { OverdueErasures } from './overdue-erasures.tsx';

export function ErasuresPage() {
  const t = useTranslations('dataUser.erasures');
  const erasures = useQuery({ queryKey: ['erasures'], queryFn: askErasures, refetchInterval: 30_000 });
  return (
    <Page title={t('title')} about={t('about')}>
      <Asked query={erasures}>
        {({ overdue, due, more }) => (
          <>
            {overdue.length === 0 ? (
              <Notice kind="good">{t('noneOverdue')}</Notice>
            ) : (
              <OverdueErasures overdue={overdue} />
            )}
            <Section title={t('due')} about={more ? t('dueMore', { count: due.length }) : undefined}>
              <Due due={due} isElse={overdue.length > 0} />
            </Section>
          </>
        )}
      </Asked>
    </Page>
  );
}

function Due({ due, isElse }: Pick<Erasures, 'due'> & { readonly isElse: boolean }) {
  const t = useTranslations('dataUser.erasures');
  const format = useFormatter();
  if (due.length === 0) {
    return (
      <Empty icon={Eraser} title={t(isElse ? 'emptyElse' : 'empty')}>
        {t('emptyAbout')}
      </Empty>
    );
  }
  return (
    <DataTable
      caption={t('due')}
      rows={due}
      keyOf={({ sessionId }) => sessionId}
      columns={[
        {
          name: t('eraseBy'),
          cell: ({ eraseBy }) => (
            <>
              <p>
                <When at={eraseBy} show="since" />
              </p>
              <p className="text-sm text-soft">
                <When at={eraseBy} />
              </p>
            </>
          ),
        },
        { name: t('records'), isNumber: true, cell: ({ records }) => format.number(records) },
        { name: t('dataProvider'), cell: ({ dataProvider }) => <Code>{dataProvider}</Code> },
        { name: t('consent'), cell: ({ consentId }) => <ShortId id={consentId} /> },
        { name: t('session'), cell: ({ sessionId }) => <ShortId id={sessionId} /> },
      ]}
    />
  );
}
