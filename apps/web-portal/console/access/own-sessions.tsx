import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer } from '../../api/answer.ts';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { DataTable } from '../../design/data-table.tsx';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import { When } from '../../design/when.tsx';
import { api } from '../api.ts';
import { Asked } from '../parts/asked.tsx';
import { Section } from '../parts/section.tsx';
import { sessionsQuery } from './ask-access.ts';

/** Where one is signed in; any but this one is ended from here. */
export function OwnSessions() {
  const t = useTranslations('console.access');
  const client = useQueryClient();
  const sessions = useQuery(sessionsQuery);
  const ending = useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/operator/sessions/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  return (
    <Section title={t('sessions')} about={t('sessionsAbout')}>
      {ending.isError && <ProblemNotice error={ending.error} />}
      <Asked query={sessions}>
        {(data) => (
          <DataTable
            caption={t('sessions')}
            rows={data.sessions}
            keyOf={({ id }) => id}
            columns={[
              { name: t('device'), cell: ({ device }) => <bdi>{device ?? t('deviceUnknown')}</bdi> },
              { name: t('signedIn'), cell: ({ signedInAt }) => <When at={signedInAt} /> },
              { name: t('until'), cell: ({ expiresAt }) => <When at={expiresAt} show="since" /> },
              {
                name: t('act'),
                cell: ({ id, device, isCurrent }) =>
                  isCurrent ? (
                    <Badge tone="accent">{t('current')}</Badge>
                  ) : (
                    <Button
                      aria-label={t('endOf', { device: device ?? t('deviceUnknown') })}
                      busy={ending.isPending && ending.variables === id}
                      onClick={() => ending.mutate(id)}
                    >
                      {t('end')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Asked>
    </Section>
  );
}
