import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import { Notice } from '../../design/notice.tsx';
import { Page } from '../../design/page.tsx';
import { When } from '../../design/when.tsx';
import { May } from '../operator.tsx';
import { Asked } from '../parts/asked.tsx';
import { Figure, Figures } from '../parts/figure.tsx';
import { NodeWords } from '../parts/node-words.tsx';
import { askTrail, type Trail } from './ask-trail.ts';
import { CheckpointToken } from './checkpoint-token.tsx';
import { OperatorActs } from './operator-acts.tsx';
import { TrailWitnesses } from './trail-witnesses.tsx';

export function TrailPage() {
  const t = useTranslations('console.trail');
  const trail = useQuery({ queryKey: ['trail'], queryFn: askTrail, refetchInterval: 15_000 });
  return (
    <Page title={t('title')} about={t('about')}>
      <Asked query={trail}>{(data) => <TrailStanding {...data} />}</Asked>
      <May right="admin">
        <OperatorActs />
      </May>
    </Page>
  );
}

function TrailStanding({ size, pending, checkpoint, witnesses, faults }: Trail) {
  const t = useTranslations('console.trail');
  const format = useFormatter();
  const isBroken = faults.some(({ kind }) => kind === 'broken');
  return (
    <>
      {faults.map(({ kind, detail, foundAt }) => (
        <Notice key={`${kind} ${foundAt} ${detail}`} kind="bad" title={t(`faults.${kind}`)}>
          <When at={foundAt} /> · <NodeWords>{detail}</NodeWords>
        </Notice>
      ))}
      {faults.length === 0 && <Notice kind="good">{t('noFaults')}</Notice>}
      <Figures>
        <Figure name={t('size')} value={format.number(size)} />
        <Figure
          name={t('pending')}
          value={format.number(pending)}
          about={t(isBroken ? 'pendingBroken' : 'pendingAbout')}
        />
        <Figure
          name={t('checkpoint')}
          value={checkpoint === null ? t('none') : format.number(checkpoint.size)}
          about={checkpoint !== null && <When at={checkpoint.madeAt} show="since" />}
        />
        <Figure name={t('witnesses')} value={format.number(witnesses.length)} />
      </Figures>
      <TrailWitnesses size={checkpoint?.size ?? size} witnesses={witnesses} />
      {checkpoint !== null && <CheckpointToken token={checkpoint.token} />}
    </>
  );
}
