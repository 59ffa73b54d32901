import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer } from '../../api/answer.ts';
import { Button } from '../../design/button.tsx';
import { Confirm } from '../../design/confirm.tsx';
import { DataTable } from '../../design/data-table.tsx';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import { When } from '../../design/when.tsx';
import { api } from '../api.ts';
import { Asked } from '../parts/asked.tsx';
import { Section } from '../parts/section.tsx';
import { invitationsKey } from './invitations-key.ts';

const askInvitations = () => answer(api.GET('/operator/invitations'));
type Pending = Awaited<ReturnType<typeof askInvitations>>['invitations'][number];

/** Links that were given out and that nobody has used yet. */
export function PendingInvitations() {
  const t = useTranslations('console.invitations');
  // It goes by itself once somebody joins, or in time.
  const invitations = useQuery({ queryKey: invitationsKey, queryFn: askInvitations, refetchInterval: 15_000 });
  return (
    <Section title={t('title')} about={t('about')}>
      <Asked query={invitations}>{(data) => <Listing invitations={data.invitations} />}</Asked>
    </Section>
  );
}

function Listing({ invitations }: { readonly invitations: readonly Pending[] }) {
  const t = useTranslations('console');
  const client = useQueryClient();
  const [unwanted, setUnwanted] = useState<Pending>();
  const withdraw = useMutation({
    mutationFn: ({ id }: Pending) => answer(api.DELETE('/operator/invitations/{id}', { params: { path: { id } } })),
    onSettled: async () => {
      setUnwanted(undefined);
      await Promise.all(
        [invitationsKey, ['operators']].map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] })),
      );
    },
  });
  return (
    <>
      {withdraw.isError && <ProblemNotice error={withdraw.error} />}
      {invitations.length === 0 ? (
        <p className="text-soft">{t('invitations.empty')}</p>
      ) : (
        <DataTable
          caption={t('invitations.title')}
          rows={invitations}
          keyOf={({ id }) => id}
          columns={[
            { name: t('operators.name'), cell: ({ name }) => <bdi>{name}</bdi> },
            { name: t('operators.right'), cell: ({ may }) => t(`rights.${may}.name`) },
            {
              name: t('invitations.by'),
              cell: ({ invitedBy }) =>
                invitedBy === null ? <span className="text-soft">{t('acts.machine')}</span> : <bdi>{invitedBy}</bdi>,
            },
            { name: t('invitations.until'), cell: ({ expiresAt }) => <When at={expiresAt} /> },
            {
              name: t('operators.act'),
              cell: (one) => (
                <Button
                  kind="danger"
                  aria-label={t('invitations.withdrawName', { name: one.name })}
                  onClick={() => setUnwanted(one)}
                >
                  {t('invitations.withdraw')}
                </Button>
              ),
            },
          ]}
        />
      )}
      <Confirm
        open={unwanted !== undefined}
        onClose={() => setUnwanted(undefined)}
        title={t('invitations.withdrawName', { name: unwanted?.name ?? '' })}
        act={t('invitations.withdraw')}
        kind="danger"
        busy={withdraw.isPending}
        onAct={() => unwanted !== undefined && withdraw.mutate(unwanted)}
      >
        <p>{t('invitations.withdrawAbout')}</p>
      </Confirm>
    </>
  );
}
