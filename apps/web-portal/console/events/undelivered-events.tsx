import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer } from '../../api/answer.ts';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { Choice } from '../../design/choice.tsx';
import { Code } from '../../design/code.tsx';
import { Confirm } from '../../design/confirm.tsx';
import { Notice } from '../../design/notice.tsx';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import { When } from '../../design/when.tsx';
import { api } from '../api.ts';
import { May, useOperator } from '../operator.tsx';
import { pageOf } from '../parts/page-of.ts';
import { PagedTable } from '../parts/paged-table.tsx';
import { Section } from '../parts/section.tsx';
import { ShortId } from '../parts/short-id.tsx';
import { Reason } from '../words/reason.tsx';

type State = 'all' | 'waiting' | 'dead';
type Replay = { ids: string[] } | { all: true };

const askEvents = async (state: State, after: string | undefined) => {
  const query = { ...(state !== 'all' && { state }), ...pageOf(after) };
  const { events, next } = await answer(api.GET('/operator/events', { params: { query } }));
  return { rows: events, next };
};
type Event = Awaited<ReturnType<typeof askEvents>>['rows'][number];

/** What a receiver has not acknowledged, and telling it anew. */
export function UndeliveredEvents() {
  const t = useTranslations('console.events');
  const client = useQueryClient();
  const mayReplay = useOperator().may !== 'viewer';
  const [state, setState] = useState<State>('all');
  const [isAsking, setAsking] = useState(false);
  const replay = useMutation({
    mutationFn: (body: Replay) => answer(api.POST('/operator/events/replay', { body })),
    onSuccess: () =>
      Promise.all([['events'], ['deliveries'], ['overview']].map((key) => client.invalidateQueries({ queryKey: key }))),
    onSettled: () => setAsking(false),
  });
  return (
    <Section
      title={t('undelivered')}
      about={t('undeliveredAbout')}
      actions={
        <div className="flex flex-wrap items-end gap-3">
          <Choice<State>
            label={t('show')}
            value={state}
            options={(['all', 'waiting', 'dead'] as const).map((value) => ({ value, text: t(`states.${value}`) }))}
            onChange={setState}
          />
          <May right="operator">
            <Button onClick={() => setAsking(true)}>{t('replayAll')}</Button>
          </May>
        </div>
      }
    >
      {replay.isError && <ProblemNotice error={replay.error} />}
      {replay.isSuccess && <Notice kind="good">{t('replayed', { count: replay.data.replayed })}</Notice>}
      <PagedTable<Event>
        queryKey={['events', state]}
        refreshMs={5000}
        load={(after) => askEvents(state, after)}
        caption={t('undelivered')}
        keyOf={({ id }) => id}
        empty={{ icon: CircleCheck, title: t('undeliveredEmpty'), about: t('undeliveredEmptyAbout') }}
        columns={[
          { name: t('receiver'), cell: ({ receiver }) => <Code>{receiver}</Code> },
          { name: t('type'), cell: ({ type }) => <Code>{type}</Code> },
          { name: t('state'), cell: (event) => <EventState {...event} /> },
          { name: t('since'), cell: ({ createdAt }) => <When at={createdAt} show="since" /> },
          {
            name: t('reason'),
            cell: ({ lastFailure }) => (
              <div className="sm:min-w-40">{lastFailure ? <Reason codes={lastFailure} /> : t('notTried')}</div>
            ),
          },
          { name: t('event'), cell: ({ id }) => <ShortId id={id} /> },
          ...(mayReplay
            ? [
                {
                  name: t('act'),
                  cell: ({ id, receiver }: Event) => (
                    <Button
                      className="whitespace-nowrap"
                      aria-label={t('replayOne', { receiver })}
                      disabled={replay.isPending}
                      onClick={() => replay.mutate({ ids: [id] })}
                    >
                      {t('replay')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Confirm
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('replayAll')}
        act={t('replayAll')}
        busy={replay.isPending}
        onAct={() => replay.mutate({ all: true })}
      >
        <p>{t('replayAllAbout')}</p>
      </Confirm>
    </Section>
  );
}

function EventState({ deadAt, underWay, attempts, nextAttemptAt }: Event) {
  const t = useTranslations('console.events');
  if (deadAt !== null) return <Badge tone="bad">{t('states.dead')}</Badge>;
  return (
    <div className="space-y-1">
      <Badge tone={attempts > 0 ? 'warn' : 'neutral'}>{underWay ? t('underWay') : t('states.waiting')}</Badge>
      {attempts > 0 && (
        <p className="text-sm text-soft">
          {Date.parse(nextAttemptAt) > Date.now()
            ? t.rich('nextTry', { attempts, when: () => <When at={nextAttemptAt} show="since" /> })
            : t('nextTrySoon', { attempts })}
        </p>
      )}
    </div>
  );
}
