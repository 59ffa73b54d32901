import { useQuery } from '@tanstack/react-query';
import { Scale } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Empty } from '../../../design/empty.tsx';
import { Loading } from '../../../design/loading.tsx';
import { Page } from '../../../design/page.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { Section } from '../../../design/section.tsx';
import { ChoiceCard } from './choice-card.tsx';
import { choicesQuery } from './choice-queries.ts';
import { NewChoice } from './new-choice.tsx';

export function ChoicesPage() {
  const t = useTranslations('person.choices');
  const choices = useQuery(choicesQuery);
  const set = choices.data?.choices ?? [];
  return (
    <Page title={t('title')} about={t('about')}>
      {choices.isPending && <Loading />}
      {choices.isError && <ProblemNotice error={choices.error} onRetry={() => void choices.refetch()} />}
      {choices.data !== undefined && set.length === 0 && (
        <Empty icon={Scale} title={t('none')}>
          {t('noneAbout')}
        </Empty>
      )}
      {set.length > 0 && (
        <Section title={t('yours')} count={set.length}>
          <ul className="space-y-3">
            {set.map((choice) => (
              <ChoiceCard key={choice.id} choice={choice} />
            ))}
          </ul>
        </Section>
      )}
      {choices.data !== undefined && set.length < choices.data.most && <NewChoice />}
    </Page>
  );
}
