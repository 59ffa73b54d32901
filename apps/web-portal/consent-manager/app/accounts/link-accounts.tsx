import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Button } from '../../../design/button.tsx';
import { Card } from '../../../design/card.tsx';
import { Choice } from '../../../design/choice.tsx';
import { Loading } from '../../../design/loading.tsx';
import { Notice } from '../../../design/notice.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { api } from '../api.ts';
import { CodeForm } from '../sign-in/code-form.tsx';
import { providersQuery } from './account-queries.ts';

/** Finds her accounts at an institution: it sends her a code, by which she shows that they are hers. */
export function LinkAccounts() {
  const t = useTranslations('person.accounts');
  const providers = useQuery(providersQuery);
  const [provider, setProvider] = useState('');
  const [linked, setLinked] = useState<number>();
  const known = providers.data?.dataProviders ?? [];
  const chosen = known.find(({ id }) => id === provider) ?? known[0];
  const queries = useQueryClient();
  const discovery = useMutation({
    mutationFn: (dataProvider: string) => answer(api.POST('/me/account-links/discover', { body: { dataProvider } })),
  });
  const confirmation = useMutation({
    mutationFn: (body: { readonly linkRequestId: string; readonly code: string }) =>
      answer(api.POST('/me/account-links/confirm', { body })),
    onSuccess: async ({ links }) => {
      setLinked(links.length);
      discovery.reset();
      await queries.invalidateQueries();
    },
  });
  const asked = discovery.data;
  return (
    <Card className="space-y-4">
      <div>
        <h2 className="text-lg font-semibold">{t('link')}</h2>
        <p className="text-soft">{t('linkAbout')}</p>
      </div>
      {providers.isPending && <Loading lines={1} />}
      {providers.isError && <ProblemNotice error={providers.error} onRetry={() => void providers.refetch()} />}
      {linked !== undefined && <Notice kind="good" title={t('linked', { count: linked })} />}
      {chosen !== undefined && asked === undefined && (
        <div className="space-y-4">
          <Choice
            label={t('institution')}
            value={chosen.id}
            onChange={setProvider}
            options={known.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <Button
            kind="primary"
            busy={discovery.isPending}
            onClick={() => {
              setLinked(undefined);
              discovery.mutate(chosen.id);
            }}
          >
            {t('discover')}
          </Button>
        </div>
      )}
      {asked !== undefined && (
        <CodeForm
          about={t('codeAbout', { who: chosen?.name ?? '' })}
          act={t('confirm')}
          busy={confirmation.isPending}
          onCode={(code) => confirmation.mutate({ linkRequestId: asked.linkRequestId, code })}
          onCancel={() => {
            discovery.reset();
            confirmation.reset();
          }}
        />
      )}
      {discovery.isError && <ProblemNotice error={discovery.error} />}
      {confirmation.isError && <ProblemNotice error={confirmation.error} />}
    </Card>
  );
}
