import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer } from '../api/answer.ts';
import { Button } from '../design/button.tsx';
import { ProblemNotice } from '../design/problem-notice.tsx';
import { api } from './api.ts';
import type { Act, StepName } from './tour-steps.ts';

interface ActButtonProps {
  readonly step: StepName;
  readonly act: Act;
  readonly since: string;
}

/** Has the lender's own systems do something. */
export function ActButton({ step, act, since }: ActButtonProps) {
  const t = useTranslations('tour.acts');
  const queries = useQueryClient();
  const acting = useMutation({
    mutationFn: () =>
      answer(act === 'ask' ? api.POST('/acts/ask', { body: {} }) : api.POST('/acts/fetch', { body: { since } })),
    onSettled: () => queries.invalidateQueries(),
  });
  const isFirst = step === 'ask' || step === 'fetch';
  return (
    <div className="space-y-3">
      <Button kind="primary" busy={acting.isPending} onClick={() => acting.mutate()}>
        {t(isFirst ? act : `${act}Again`)}
      </Button>
      {acting.isError && <ProblemNotice error={acting.error} />}
    </div>
  );
}
