import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer } from '../api/answer.ts';
import { Button } from '../design/button.tsx';
import { Loading } from '../design/loading.tsx';
import { Notice } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { ProblemNotice } from '../design/problem-notice.tsx';
import { api } from './api.ts';
import { useTour } from './kept-tour.ts';
import { LookAround } from './look-around.tsx';
import { StepCard } from './step-card.tsx';
import { currentStep, doneSteps, steps } from './tour-steps.ts';

const everyMs = 1000;

/** The story step by step: what to do, in whose part, and what has come of it. */
export function TourPage() {
  const t = useTranslations('tour');
  const { tour, see, beginAgain } = useTour();
  const { since } = tour;
  const addresses = useQuery({ queryKey: ['addresses'], queryFn: () => answer(api.GET('/addresses')) });
  const status = useQuery({
    queryKey: ['status', since],
    queryFn: () => answer(api.GET('/status', { params: { query: { since } } })),
    refetchInterval: everyMs,
    placeholderData: (before) => before,
  });
  const done = status.data === undefined ? [] : doneSteps(status.data, tour.seen);
  const current = currentStep(done);
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={done.length > 0 && current !== undefined && <Button onClick={beginAgain}>{t('again')}</Button>}
    >
      {status.isError && <ProblemNotice error={status.error} />}
      {addresses.data === undefined || status.data === undefined ? (
        <Loading lines={8} />
      ) : (
        <>
          <p aria-live="polite" className="text-soft">
            {t('progress', { done: done.length, all: steps.length })}
          </p>
          <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
            <div className="space-y-6">
              <ol className="space-y-3">
                {steps.map((step, index) => (
                  <StepCard
                    key={step.name}
                    step={step}
                    number={index + 1}
                    standing={step === current ? 'now' : done.includes(step.name) ? 'done' : 'later'}
                    status={status.data}
                    addresses={addresses.data}
                    since={since}
                    onSeen={() => see(step.name)}
                  />
                ))}
              </ol>
              {current === undefined && (
                <Notice kind="good" title={t('end')}>
                  <p>{t('endAbout')}</p>
                  <Button className="mt-3" onClick={beginAgain}>
                    {t('again')}
                  </Button>
                </Notice>
              )}
            </div>
            <LookAround addresses={addresses.data} />
          </div>
        </>
      )}
    </Page>
  );
}
