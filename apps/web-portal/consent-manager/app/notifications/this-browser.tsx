import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BellOff, BellRing } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '../../../design/button.tsx';
import { Card } from '../../../design/card.tsx';
import { Notice } from '../../../design/notice.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { leaveWords } from './left-for-worker.ts';
import { notificationsQuery, type ToldBrowser } from './notification-queries.ts';
import {
  canBeTold,
  isForbidden,
  keptSubscription,
  NotAllowed,
  NotReached,
  tellNoMore,
  tellThisBrowser,
} from './push.ts';

interface ThisBrowserProps {
  readonly publicKey: string;
  readonly told: readonly ToldBrowser[];
}

/** Has the browser that she sits at told of requests, even while these pages are closed. */
export function ThisBrowser({ publicKey, told }: ThisBrowserProps) {
  const t = useTranslations('person.notifications');
  const lang = useLocale();
  const queries = useQueryClient();
  const here = told.find(({ id }) => id === keptSubscription());
  const turning = useMutation({
    mutationFn: async () => {
      if (here !== undefined) return tellNoMore(here.id);
      await leaveWords({ title: t('pushTitle'), body: t('pushBody'), lang });
      return tellThisBrowser(publicKey);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: notificationsQuery.queryKey }),
  });
  return (
    <Card className="space-y-3">
      <h2 className="text-lg font-semibold">{t('push')}</h2>
      <p className="text-soft">{t('pushAbout')}</p>
      {canBeTold() ? (
        <>
          <p role="status" className="font-medium">
            {t(here === undefined ? 'pushIsOff' : 'pushIsOn')}
          </p>
          <Button
            kind={here === undefined ? 'primary' : 'quiet'}
            busy={turning.isPending}
            onClick={() => turning.mutate()}
          >
            {here === undefined ? (
              <BellRing aria-hidden="true" className="size-5" />
            ) : (
              <BellOff aria-hidden="true" className="size-5" />
            )}
            {t(here === undefined ? 'pushTurnOn' : 'pushTurnOff')}
          </Button>
          {turning.isError && <PushNotice error={turning.error} />}
        </>
      ) : (
        <p>{t('pushUnknown')}</p>
      )}
    </Card>
  );
}

function PushNotice({ error }: { readonly error: unknown }) {
  const t = useTranslations('person.notifications');
  if (error instanceof NotAllowed) {
    return <Notice kind="warn">{t(isForbidden() ? 'pushForbidden' : 'pushNotAllowed')}</Notice>;
  }
  if (error instanceof NotReached) return <Notice kind="warn">{t('pushNotReached')}</Notice>;
  return <ProblemNotice error={error} />;
}
