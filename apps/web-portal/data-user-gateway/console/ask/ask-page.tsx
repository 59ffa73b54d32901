import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { mayAct } from '#domain';
import { answer } from '../../../api/answer.ts';
import { useOperator } from '../../../console/operator.tsx';
import { Asked } from '../../../console/parts/asked.tsx';
import { LookOnly } from '../../../console/parts/look-only.tsx';
import { Choice } from '../../../design/choice.tsx';
import { Page } from '../../../design/page.tsx';
import { api } from '../api.ts';
import { Composing } from './composing.tsx';
import type { Template } from './draft.ts';

export function AskPage() {
  const t = useTranslations('dataUser.ask');
  const operator = useOperator();
  const templates = useQuery({
    queryKey: ['templates'],
    queryFn: () => answer(api.GET('/operator/templates')),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Page title={t('title')} about={t('about')}>
      {mayAct(operator.may, 'operator') ? (
        <Asked query={templates}>{(data) => <FromTemplate templates={data.templates} />}</Asked>
      ) : (
        <LookOnly />
      )}
    </Page>
  );
}

function FromTemplate({ templates }: { readonly templates: readonly Template[] }) {
  const t = useTranslations('dataUser.ask');
  const [chosen, setChosen] = useState(templates[0]?.id ?? '');
  const template = templates.find(({ id }) => id === chosen);
  return (
    <>
      <div className="max-w-xl">
        <Choice
          label={t('template')}
          value={chosen}
          options={templates.map(({ id, title }) => ({
            value: id,
            text: t.has(`templates.${id as 'clinic-visit'}`) ? t(`templates.${id as 'clinic-visit'}`) : title,
          }))}
          onChange={setChosen}
        />
      </div>
      {template !== undefined && <Composing key={template.id} template={template} />}
    </>
  );
}
