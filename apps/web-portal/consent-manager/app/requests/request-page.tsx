import { useMutationState, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { BackLink } from '../../../design/back-link.tsx';
import { Card } from '../../../design/card.tsx';
import { Loading } from '../../../design/loading.tsx';
import { Notice } from '../../../design/notice.tsx';
import { Page } from '../../../design/page.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { LimitsFacts } from '../words/limits-facts.tsx';
import { AccountsChoice } from './accounts-choice.tsx';
import { approvalKey } from './approval-queries.ts';
import { asAsked, isCovered } from './choices.ts';
import { DataTypeChoice } from './data-type-choice.tsx';
import { Decide } from './decide.tsx';
import { Decided } from './decided.tsx';
import { LimitsChoice } from './limits-choice.tsx';
import { Renewal } from './renewal.tsx';
import { type RequestDetail, requestQuery } from './request-queries.ts';
import { WhatFollows } from './what-follows.tsx';
import { WhoAsks } from './who-asks.tsx';

export function RequestPage() {
  const t = useTranslations('person');
  const { handle = '' } = useParams({ strict: false }) as { handle?: string };
  const request = useQuery(requestQuery(handle));
  const isElsewhere = useDecidedElsewhere(handle, request.data?.state);
  const title =
    request.data === undefined ? t('request.loading') : t('request.title', { who: request.data.dataUser.name });
  return (
    <>
      <BackLink to="/">{t('requests.title')}</BackLink>
      <Page title={title}>
        {request.isPending && <Loading lines={4} />}
        {request.isError && <ProblemNotice error={request.error} onRetry={() => void request.refetch()} />}
        {request.data !== undefined &&
          (request.data.state === 'PENDING' ? (
            <ToDecide key={`${handle} ${request.data.accounts.map(({ id }) => id)}`} request={request.data} />
          ) : (
            <Decided request={request.data} isElsewhere={isElsewhere} />
          ))}
      </Page>
    </>
  );
}

/** Whether she had it before her, undecided, and what she did here is not what decided it. */
function useDecidedElsewhere(handle: string, state: string | undefined): boolean {
  const waited = useRef('');
  const said = useMutationState({ filters: { mutationKey: approvalKey(handle) }, select: (one) => one.state.status });
  useEffect(() => {
    if (state === 'PENDING') waited.current = handle;
  }, [handle, state]);
  const isHers = said.some((status) => status === 'pending' || status === 'success');
  return state !== 'PENDING' && waited.current === handle && !isHers;
}

function ToDecide({ request }: { readonly request: RequestDetail }) {
  const t = useTranslations('person.request');
  const [chosen, setChosen] = useState(() => asAsked(request));
  const { mayBeNarrowed } = request;
  return (
    // On a phone the parts stand in one column: who asks and what a yes would mean come first, the answers stay at hand.
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="contents lg:block lg:space-y-6">
        <Renewal request={request} />
        {!mayBeNarrowed && <Notice title={t('asItStands')}>{t('asItStandsAbout')}</Notice>}
        <WhoAsks request={request} />
        <Card className="order-2 space-y-4">
          <h2 className="text-lg font-semibold">{t('data')}</h2>
          {mayBeNarrowed && <p className="text-soft">{t('dataAbout')}</p>}
          <ul className="space-y-3">
            {request.dataTypes.map((dataType) => (
              <DataTypeChoice
                key={dataType.type}
                dataType={dataType}
                kept={chosen.fields[dataType.type] ?? []}
                isCovered={isCovered(request, chosen, dataType.type)}
                mayBeNarrowed={mayBeNarrowed}
                onChange={(kept) => setChosen({ ...chosen, fields: { ...chosen.fields, [dataType.type]: kept } })}
              />
            ))}
          </ul>
        </Card>
        <Card className="order-2 space-y-4">
          <h2 className="text-lg font-semibold">{t('limits')}</h2>
          {mayBeNarrowed ? (
            <LimitsChoice request={request} chosen={chosen} onChange={setChosen} />
          ) : (
            <LimitsFacts terms={request.terms} />
          )}
        </Card>
        <Card className="order-2 space-y-2">
          <h2 className="text-lg font-semibold">{t('accounts')}</h2>
          <AccountsChoice
            accounts={request.accounts}
            chosen={chosen.accounts}
            onChange={(accounts) => setChosen({ ...chosen, accounts })}
          />
        </Card>
        <WhatFollows request={request} />
      </div>
      <Decide request={request} chosen={chosen} />
    </div>
  );
}
