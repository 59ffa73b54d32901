import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer } from '../../api/answer.ts';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { Confirm } from '../../design/confirm.tsx';
import { DataTable } from '../../design/data-table.tsx';
import { Notice } from '../../design/notice.tsx';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import { When } from '../../design/when.tsx';
import { api } from '../api.ts';
import { Asked } from '../parts/asked.tsx';
import { Section } from '../parts/section.tsx';
import { type OwnPasskey, passkeysQuery } from './ask-access.ts';
import { NewPasskey } from './new-passkey.tsx';

/** What one signs in with. */
export function OwnPasskeys() {
  const t = useTranslations('console.access');
  const passkeys = useQuery(passkeysQuery);
  return (
    <Section title={t('passkeys')} about={t('passkeysAbout')}>
      <Asked query={passkeys}>
        {(data) => (
          <>
            {data.passkeys.length === 1 && <Notice kind="warn">{t('onlyOne')}</Notice>}
            {data.passkeys.length > 0 && <Listing passkeys={data.passkeys} />}
          </>
        )}
      </Asked>
      <NewPasskey />
    </Section>
  );
}

function Listing({ passkeys }: { readonly passkeys: readonly OwnPasskey[] }) {
  const t = useTranslations('console.access');
  const client = useQueryClient();
  const [leaving, setLeaving] = useState<OwnPasskey>();
  const remove = useMutation({
    mutationFn: ({ id }: OwnPasskey) => answer(api.DELETE('/operator/passkeys/{id}', { params: { path: { id } } })),
    onSettled: async () => {
      setLeaving(undefined);
      await client.invalidateQueries({ queryKey: passkeysQuery.queryKey });
    },
  });
  return (
    <>
      {remove.isError && <ProblemNotice error={remove.error} />}
      <DataTable
        caption={t('passkeys')}
        rows={passkeys}
        keyOf={({ id }) => id}
        columns={[
          { name: t('name'), cell: ({ name }) => <span className="font-medium">{name}</span> },
          { name: t('made'), cell: ({ madeAt }) => <When at={madeAt} show="day" /> },
          {
            name: t('used'),
            cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('never') : <When at={lastUsedAt} show="since" />),
          },
          {
            name: t('kept'),
            cell: ({ isBackedUp }) => (
              <Badge tone={isBackedUp ? 'good' : 'neutral'}>{t(isBackedUp ? 'backedUp' : 'oneDevice')}</Badge>
            ),
          },
          ...(passkeys.length > 1
            ? [
                {
                  name: t('act'),
                  cell: (one: OwnPasskey) => (
                    <Button
                      kind="danger"
                      aria-label={t('removeName', { name: one.name })}
                      onClick={() => setLeaving(one)}
                    >
                      {t('remove')}
                    </Button>
                  ),
                },
              ]
            : []),
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
