import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Disclosure } from '../../../design/disclosure.tsx';
import { Loading } from '../../../design/loading.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { Story } from '../../../story/story.tsx';
import { type ConsentDetail, storyQuery } from './consent-queries.ts';

/** What a consent went through, step by step: open by itself where something failed. */
export function ConsentStory({ consent }: { readonly consent: ConsentDetail }) {
  const t = useTranslations('person.consent');
  const story = useQuery(storyQuery(consent.id));
  const failed = story.data?.steps.some(({ failure }) => failure !== undefined) ?? false;
  return (
    <section className="rounded-xl border border-line bg-surface px-4 py-2 sm:px-6">
      <Disclosure key={`${failed}`} open={failed} title={t(failed ? 'storyFailed' : 'story')}>
        {story.isPending && <Loading />}
        {story.isError && <ProblemNotice error={story.error} onRetry={() => void story.refetch()} />}
        <Story steps={story.data?.steps ?? []} />
      </Disclosure>
    </section>
  );
}
