import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Card } from '../../../design/card.tsx';
import { Loading } from '../../../design/loading.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { layFlow } from './flow-layout.ts';
import { FlowPicture } from './flow-picture.tsx';
import { HoldingsList } from './holdings-list.tsx';
import { dataHoldersQuery } from './timeline-queries.ts';

/** Who holds what of her now: a picture, and the same in words. */
export function DataHolders() {
  const t = useTranslations('person.timeline');
  const holders = useQuery(dataHoldersQuery);
  const [chosen, setChosen] = useState<string>();
  const flow = useMemo(() => holders.data && layFlow(holders.data), [holders.data]);
  if (holders.isPending) return <Loading lines={2} />;
  if (holders.isError) return <ProblemNotice error={holders.error} onRetry={() => void holders.refetch()} />;
  if (flow === undefined || flow.sources.length + flow.receivers.length === 0) return null;
  return (
    <Card className="space-y-4">
      <div>
        <h2 className="text-lg font-semibold">{t('holders')}</h2>
        <p className="text-sm text-soft">{t('holdersAbout')}</p>
      </div>
      <FlowPicture flow={flow} chosen={chosen} onChoose={setChosen} />
      <HoldingsList holders={holders.data} flow={flow} chosen={chosen} />
    </Card>
  );
}
