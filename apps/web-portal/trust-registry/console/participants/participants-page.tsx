import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Building2 } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { changeStatus, isRefusal, type ParticipantStatus as Status, type StatusAct, statusActs } from '#domain';
import { answer } from '../../../api/answer.ts';
import type { components } from '../../../api/generated/trust-registry.ts';
import { useOperator } from '../../../console/operator.tsx';
import { pageOf } from '../../../console/parts/page-of.ts';
import { PagedTable } from '../../../console/parts/paged-table.tsx';
import { Button } from '../../../design/button.tsx';
import { Code } from '../../../design/code.tsx';
import { Confirm } from '../../../design/confirm.tsx';
import { Page } from '../../../design/page.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { api } from '../api.ts';
import { ParticipantStatus } from './participant-status.tsx';

type Participant = components['schemas']['Participant'];
interface Asked {
  readonly participant: Participant;
  readonly act: StatusAct;
}

const askParticipants = async (after: string | undefined) => {
  const query = pageOf(after);
  const { participants, next } = await answer(api.GET('/operator/participants', { params: { query } }));
  return { rows: participants, next };
};

export function ParticipantsPage() {
  const t = useTranslations('registry.participants');
  const format = useFormatter();
  const client = useQueryClient();
  const isAdmin = useOperator().may === 'admin';
  const [asked, setAsked] = useState<Asked>();
  const change = useMutation({
    mutationFn: ({ participant, act }: Asked) =>
      answer(api.POST('/operator/participants/{id}/{act}', { params: { path: { id: participant.id, act } } })),
    onSuccess: () => client.invalidateQueries(),
    onSettled: () => setAsked(undefined),
  });
  const acts = {
    name: t('acts'),
    cell: (participant: Participant) => (
      <div className="flex flex-wrap gap-2">
        {statusActs
          .filter((act) => changes(participant.status, act))
          .map((act) => (
            <Button
              key={act}
              kind={act === 'withdraw' ? 'danger' : 'quiet'}
              aria-label={t(`confirm.${act}`, { name: participant.name })}
              onClick={() => setAsked({ participant, act })}
            >
              {t(`act.${act}`)}
            </Button>
          ))}
      </div>
    ),
  };
  return (
    <Page title={t('title')} about={t('about')}>
      {change.isError && <ProblemNotice error={change.error} />}
      <PagedTable<Participant>
        queryKey={['participants']}
        load={askParticipants}
        caption={t('title')}
        keyOf={({ id }) => id}
        empty={{ icon: Building2, title: t('empty'), about: t('emptyAbout') }}
        columns={[
          {
            name: t('name'),
            cell: ({ id, name }) => (
              <>
                <p className="font-medium">{name}</p>
                <Code>{id}</Code>
              </>
            ),
          },
          { name: t('roles'), cell: ({ roles }) => format.list(roles.map((role) => t(`role.${role}`))) },
          { name: t('status'), cell: ({ status }) => <ParticipantStatus status={status} /> },
          { name: t('dataTypes'), isNumber: true, cell: ({ dataTypes }) => format.number(dataTypes.length) },
          { name: t('keys'), isNumber: true, cell: ({ keys }) => format.number(keys.length) },
          ...(isAdmin ? [acts] : []),
        ]}
      />
      {asked !== undefined && (
        <Confirm
          open
          onClose={() => setAsked(undefined)}
          title={t(`confirm.${asked.act}`, { name: asked.participant.name })}
          act={t(`act.${asked.act}`)}
          kind={asked.act === 'reinstate' ? 'primary' : 'danger'}
          busy={change.isPending}
          onAct={() => change.mutate(asked)}
        >
          <p>{t(`confirmAbout.${asked.act}`)}</p>
        </Confirm>
      )}
    </Page>
  );
}

/** Whether the act may be done, and is not done already. */
function changes(status: Status, act: StatusAct): boolean {
  const next = changeStatus(status, act);
  return !isRefusal(next) && next !== status;
}
