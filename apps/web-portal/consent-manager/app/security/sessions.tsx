import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Badge } from '../../../design/badge.tsx';
import { Button } from '../../../design/button.tsx';
import { Loading } from '../../../design/loading.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { Section } from '../../../design/section.tsx';
import { When } from '../../../design/when.tsx';
import { api } from '../api.ts';
import { type OpenSession, sessionsQuery } from './security-queries.ts';

/** Where she is signed in; any but this one can be ended from here. */
export function Sessions() {
  const t = useTranslations('person.security');
  const sessions = useQuery(sessionsQuery);
  const queries = useQueryClient();
  const ending = useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/me/sessions/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  return (
    <Section title={t('sessions')}>
      {sessions.isPending && <Loading lines={2} />}
      {sessions.isError && <ProblemNotice error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {ending.isError && <ProblemNotice error={ending.error} />}
      <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
        {sessions.data?.sessions.map((session) => (
          <OneSession
            key={session.id}
            session={session}
            isEnding={ending.isPending && ending.variables === session.id}
            onEnd={() => ending.mutate(session.id)}
          />
        ))}
      </ul>
    </Section>
  );
}

interface OneSessionProps {
  readonly session: OpenSession;
  readonly isEnding: boolean;
  readonly onEnd: () => void;
}

function OneSession({ session, isEnding, onEnd }: OneSessionProps) {
  const t = useTranslations('person.security');
  const { device, method, signedInAt, expiresAt, isCurrent } = session;
  const shown = device ?? t('deviceUnknown');
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 p-4 sm:px-5">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          <bdi>{shown}</bdi>
          {isCurrent && <Badge tone="accent">{t('thisDevice')}</Badge>}
        </p>
        <p className="text-sm text-soft">
          {t(`methods.${method}`)} · <When at={signedInAt} /> ·{' '}
          {t.rich('sessionUntil', { when: () => <When at={expiresAt} /> })}
        </p>
      </div>
      {!isCurrent && (
        <Button aria-label={t('endOf', { device: shown })} busy={isEnding} onClick={onEnd}>
          {t('end')}
        </Button>
      )}
    </li>
  );
}
