import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Disclosure } from '../../../design/disclosure.tsx';
import { Loading } from '../../../design/loading.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { When } from '../../../design/when.tsx';
import { type ConsentDetail, type StoryStep, storyQuery } from './consent-queries.ts';

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
        <ol className="space-y-4 border-s-2 border-line ps-4">
          {story.data?.steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a story only grows at its end
            <Step key={index} step={step} />
          ))}
        </ol>
      </Disclosure>
    </section>
  );
}

/** The role tells stories in English. */
function Step({ step: { at, what, who, failure } }: { readonly step: StoryStep }) {
  return (
    <li>
      <p className="text-sm text-soft">
        <When at={at} />
      </p>
      <div lang="en" dir="ltr">
        <p className={failure === undefined ? '' : 'font-semibold text-bad'}>
          {who}: {what}
        </p>
        {failure !== undefined && (
          <p className="text-soft">
            {failure.why} {failure.next}
          </p>
        )}
      </div>
    </li>
  );
}
