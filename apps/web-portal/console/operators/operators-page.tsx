import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer } from '../../api/answer.ts';
import { Button } from '../../design/button.tsx';
import { Confirm } from '../../design/confirm.tsx';
import { DataTable } from '../../design/data-table.tsx';
import { Page } from '../../design/page.tsx';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import { When } from '../../design/when.tsx';
import { api } from '../api.ts';
import { useOperator } from '../operator.tsx';
import { Asked } from '../parts/asked.tsx';
import { Section } from '../parts/section.tsx';
import { InviteForm } from './invite-form.tsx';
import { PendingInvitations } from './pending-invitations.tsx';
import { RightChoice } from './right-choice.tsx';

const askOperators = () => answer(api.GET('/operator/operators'));
type Listed = Awaited<ReturnType<typeof askOperators>>['operators'][number];

export function OperatorsPage() {
  const t = useTranslations('console.operators');
  const operators = useQuery({ queryKey: ['operators'], queryFn: askOperators });
  return (
    <Page title={t('title')} about={t('about')}>
      <InviteForm />
      <PendingInvitations />
      <Section title={t('listed')}>
        <Asked query={operators}>{(data) => <Listing operators={data.operators} />}</Asked>
      </Section>
    </Page>
  );
}

function Listing({ operators }: { readonly operators: readonly Listed[] }) {
  const t = useTranslations('console.operators');
  const self = useOperator();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState<Listed>();
  const refresh = () =>
    Promise.all([['operators'], ['operator']].map((queryKey) => client.invalidateQueries({ queryKey })));
  const change = useMutation({
    mutationFn: ({ id, may }: Pick<Listed, 'id' | 'may'>) =>
      answer(api.PATCH('/operator/operators/{id}', { params: { path: { id } }, body: { may } })),
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: ({ id }: Listed) => answer(api.DELETE('/operator/operators/{id}', { params: { path: { id } } })),
    onSettled: async () => {
      setLeaving(undefined);
      await refresh();
    },
  });
  const problem = change.error ?? remove.error;
  return (
    <>
      {problem !== null && <ProblemNotice error={problem} />}
      <DataTable
        caption={t('listed')}
        rows={operators}
        keyOf={({ id }) => id}
        columns={[
          { name: t('name'), cell: ({ id, name }) => (id === self.id ? t('you', { name }) : name) },
          {
            name: t('right'),
            cell: ({ id, name, may }) => (
              <RightChoice
                label={<span className="sr-only">{t('rightOf', { name })}</span>}
                may={may}
                disabled={change.isPending}
                onChange={(next) => change.mutate({ id, may: next })}
              />
            ),
          },
          { name: t('since'), cell: ({ joinedAt }) => <When at={joinedAt} show="day" /> },
          {
            name: t('act'),
            cell: (one) => (
              <Button kind="danger" aria-label={t('removeName', { name: one.name })} onClick={() => setLeaving(one)}>
                {t('remove')}
              </Button>
            ),
          },
        ]}
      />
      <Confirm
        open={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={t('removeName', { name: leaving?.name ?? '' })}
        act={t('remove')}
        kind="danger"
        busy={remove.isPending}
        onAct={() => leaving !== undefined && remove.mutate(leaving)}
      >
        <p>{t('removeAbout')}</p>
      </Confirm>
    </>
  );
}
