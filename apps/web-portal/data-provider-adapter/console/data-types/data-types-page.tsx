import { useQuery } from '@tanstack/react-query';
import { FileJson } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Asked } from '../../../console/parts/asked.tsx';
import { Empty } from '../../../design/empty.tsx';
import { Page } from '../../../design/page.tsx';
import { api } from '../api.ts';
import { HeldDataType } from './held-data-type.tsx';

export function DataTypesPage() {
  const t = useTranslations('provider.dataTypes');
  const types = useQuery({ queryKey: ['data-types'], queryFn: () => answer(api.GET('/operator/data-types')) });
  return (
    <Page title={t('title')} about={t('about')}>
      <Asked query={types}>
        {({ dataTypes }) =>
          dataTypes.length === 0 ? (
            <Empty icon={FileJson} title={t('empty')} />
          ) : (
            dataTypes.map((held) => <HeldDataType key={held.type} {...held} />)
          )
        }
      </Asked>
    </Page>
  );
}
