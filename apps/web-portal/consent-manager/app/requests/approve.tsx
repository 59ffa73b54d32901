import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Problem } from '../../../api/problem.ts';
import { Button } from '../../../design/button.tsx';
import { Confirm } from '../../../design/confirm.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { PasskeyNotice } from '../sign-in/passkey-notice.tsx';
import { approvalKey, approve, decisionOf, prepareApproval } from './approval-queries.ts';
import type { Choices } from './choices.ts';
import type { RequestDetail } from './request-queries.ts';
import { useAllowSentence } from './use-allow-sentence.ts';

interface ApproveProps {
  readonly request: RequestDetail;
  readonly chosen: Choices;
  readonly disabled: boolean;
}

/** Has her yes prepared, shows what was prepared, and signs exactly that. */
export function Approve({ request, chosen, disabled }: ApproveProps) {
  const t = useTranslations('person.request');
  const [open, setOpen] = useState(false);
  const sentenceOf = useAllowSentence(request);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { handle } = request;
  const decision = decisionOf(request, chosen);
  const preparation = useMutation({ mutationFn: () => prepareApproval(handle, decision) });
  const prepared = preparation.data;
  const approval = useMutation({
    mutationKey: approvalKey(handle),
    mutationFn: (of: NonNullable<typeof prepared>) => approve(handle, of, decision),
    onSuccess: async ({ id }) => {
      await navigate({ to: '/consents/$id', params: { id } });
      await queries.invalidateQueries();
    },
    onError: async (error) => {
      if (!(error instanceof Problem) || error.code !== 'approved-otherwise') return;
      // The page then says what was approved instead.
      setOpen(false);
      await queries.invalidateQueries();
    },
  });
  const begin = () => {
    approval.reset();
    setOpen(true);
    preparation.mutate();
  };
  const close = () => {
    setOpen(false);
    // It may have been decided elsewhere, or have lapsed: then the page has grown old.
    if (preparation.isError || approval.isError) void queries.invalidateQueries({ queryKey: ['consent-requests'] });
  };
  const isSigned = prepared?.publicKey !== null;
  return (
    <>
      <Button kind="primary" className="w-full" disabled={disabled} onClick={begin}>
        {t('approve')}
      </Button>
      <Confirm
        open={open}
        onClose={close}
        title={t(isSigned ? 'approveTitle' : 'approveTitlePlain')}
        act={
          <>
            {isSigned && <KeyRound aria-hidden="true" className="size-5" />}
            {t(isSigned ? 'approvePasskey' : 'approveAct')}
          </>
        }
        busy={preparation.isPending || approval.isPending}
        disabled={prepared === undefined}
        onAct={() => prepared !== undefined && approval.mutate(prepared)}
      >
        {preparation.isPending && <p role="status">{t('preparing')}</p>}
        {preparation.isError && <ProblemNotice error={preparation.error} onRetry={begin} />}
        {prepared !== undefined && (
          <>
            <p className="leading-relaxed">
              {sentenceOf(
                prepared.terms,
                prepared.providers.flatMap(({ accounts }) => accounts),
              )}
            </p>
            {isSigned && <p className="text-sm text-soft">{t('signs')}</p>}
          </>
        )}
        {approval.isError && <PasskeyNotice error={approval.error} />}
      </Confirm>
    </>
  );
}
