import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer } from '../../api/answer.ts';
import { Button } from '../../design/button.tsx';
import { Confirm } from '../../design/confirm.tsx';
import { DataTable } from '../../design/data-table.tsx';
import { Notice } from '../../design/notice.tsx';
import { Page } from '../../design/page.tsx';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import { api } from '../api.ts';
import { May } from '../operator.tsx';
import { Asked } from '../parts/asked.tsx';
import { Section } from '../parts/section.tsx';
import { ShortId } from '../parts/short-id.tsx';
import { askKeys, type NodeKey } from './ask-keys.ts';
import { KeyListing, KeyState } from './key-standing.tsx';

type Use = NodeKey['use'];

export function KeysPage() {
  const t = useTranslations('console.keys');
  const client = useQueryClient();
  const keys = useQuery({ queryKey: ['keys'], queryFn: askKeys, refetchInterval: 15_000 });
  const [asked, setAsked] = useState<Use>();
  const rotate = useMutation({
    mutationFn: (use: Use) => answer(api.POST('/operator/keys/rotate', { body: { use } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['keys'] }),
    onSettled: () => setAsked(undefined),
  });
  return (
    <Page title={t('title')} about={t('about')}>
      {rotate.isError && <ProblemNotice error={rotate.error} />}
      {rotate.isSuccess && <Notice kind="good">{t('rotated')}</Notice>}
      <Asked query={keys}>
        {(data) =>
          [...new Set(data.keys.map(({ use }) => use))].map((use) => (
            <Section
              key={use}
              title={t(`uses.${use}`)}
              about={t(`usesAbout.${use}`)}
              actions={
                <May right="admin">
                  <Button aria-label={t('rotateUse', { use: t(`uses.${use}`) })} onClick={() => setAsked(use)}>
                    {t('rotate')}
                  </Button>
                </May>
              }
            >
              <KeyTable caption={t(`uses.${use}`)} keys={data.keys.filter((key) => key.use === use)} />
            </Section>
          ))
        }
      </Asked>
      <Confirm
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={t('rotateTitle')}
        act={t('rotate')}
        busy={rotate.isPending}
        onAct={() => asked !== undefined && rotate.mutate(asked)}
      >
        <p>{t('rotateAbout')}</p>
        <p>{t('rotateThen')}</p>
        <p className="text-soft">{t('rotateNoted')}</p>
      </Confirm>
    </Page>
  );
}

function KeyTable({ caption, keys }: { readonly caption: string; readonly keys: readonly NodeKey[] }) {
  const t = useTranslations('console.keys');
  return (
    <DataTable
      caption={caption}
      rows={keys}
      keyOf={({ kid }) => kid}
      columns={[
        { name: t('key'), cell: ({ kid }) => <ShortId id={kid} /> },
        { name: t('state'), cell: ({ state }) => <KeyState state={state} /> },
        { name: t('listing'), cell: ({ listed }) => <KeyListing listed={listed} /> },
      ]}
    />
  );
}
