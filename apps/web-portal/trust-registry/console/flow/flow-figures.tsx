import { useFormatter, useNow, useTranslations } from 'use-intl';
import { Figure, Figures } from '../../../console/parts/figure.tsx';
import type { Trail } from './ask-flow.ts';

const day = 86_400_000;

/** Of those that are shown: who answers, who was heard, whose word contradicts itself. */
export function FlowFigures({ trails }: { readonly trails: readonly Trail[] }) {
  const t = useTranslations('registry.flow');
  const format = useFormatter();
  const now = useNow({ updateInterval: 60_000 });
  const asked = trails.filter(({ answers }) => answers !== null);
  const answering = asked.filter(({ answers }) => answers === true);
  const heard = trails.filter(({ receivedAt }) => receivedAt !== null && now.getTime() - Date.parse(receivedAt) < day);
  const contradicting = trails.filter(({ agrees }) => agrees === false);
  return (
    <Figures>
      <Figure name={t('answering')} value={t('of', { count: answering.length, all: asked.length })} />
      <Figure name={t('heardToday')} value={t('of', { count: heard.length, all: trails.length })} />
      <Figure name={t('contradicting')} value={format.number(contradicting.length)} />
    </Figures>
  );
}
