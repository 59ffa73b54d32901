import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Badge } from '../../../design/badge.tsx';
import { Button } from '../../../design/button.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { Section } from '../../../design/section.tsx';
import { When } from '../../../design/when.tsx';
import { notificationsQuery, type ToldBrowser } from './notification-queries.ts';
import { keptSubscription, tellNoMore } from './push.ts';

/** Every browser that is told: one that was lost can be left out from here. */
export function ToldBrowsers({ told }: { readonly told: readonly ToldBrowser[] }) {
  const t = useTranslations('person.notifications');
  const queries = useQueryClient();
  const leaving = useMutation({
    mutationFn: tellNoMore,
    onSettled: () => queries.invalidateQueries({ queryKey: notificationsQuery.queryKey }),
  });
  if (told.length === 0) return null;
  return (
    <Section title={t('told')} count={told.length}>
      <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
        {told.map(({ id, device, madeAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 p-4 sm:px-5">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                <bdi>{device}</bdi>
                {id === keptSubscription() && <Badge tone="accent">{t('toldHere')}</Badge>}
              </p>
              <p className="text-sm text-soft">
                {t.rich('toldSince', { when: () => <When at={madeAt} show="day" /> })}
              </p>
            </div>
            <Button
              aria-label={t('toldRemoveOf', { device })}
              busy={leaving.isPending && leaving.variables === id}
              onClick={() => leaving.mutate(id)}
            >
              {t('toldRemove')}
            </Button>
          </li>
        ))}
      </ul>
      {leaving.isError && <ProblemNotice error={leaving.error} />}
    </Section>
  );
}
