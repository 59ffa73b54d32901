import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useContext } from 'react';
import { useTranslations } from 'use-intl';
import { Notice } from '../../design/notice.tsx';
import { When } from '../../design/when.tsx';
import { askTrail } from '../trail/ask-trail.ts';
import type { Overview } from './ask-overview.ts';
import { OwnWorries, type Worry } from './own-worries.ts';
import { WorryLink } from './worry-link.tsx';

/** Clocks that differ by less agree for all that this node does. */
export const mostClockDifference = 1000;

/** Whether this node is well, before all figures; where it is not, each thing to do something about, the worst first. */
export function Worries(overview: Overview) {
  const t = useTranslations('console');
  const worries = useWorries(overview);
  if (worries.length === 0) {
    return (
      <Notice kind="good" title={t('overview.well')}>
        {t('overview.wellAbout')}
      </Notice>
    );
  }
  return worries.map(({ kind, text }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: each stands at its own place in one order
    <Notice key={index} kind={kind}>
      {text}
    </Notice>
  ));
}

function useWorries({ ready, trustList, events, database }: Overview): readonly Worry[] {
  const t = useTranslations('console.worries');
  const useOwn = useContext(OwnWorries);
  const own = useOwn();
  const faults = useQuery({ queryKey: ['trail'], queryFn: askTrail }).data?.faults.length ?? 0;
  const difference = Math.abs(database.clockAheadMilliseconds);
  const link = (to: string) => (chunks: ReactNode) => <WorryLink to={to}>{chunks}</WorryLink>;
  const found: (Worry | false)[] = [
    !ready && { kind: 'bad', text: t('notReady') },
    faults > 0 && { kind: 'bad', text: t.rich('trail', { count: faults, a: link('/trail') }) },
    trustList?.state === 'EXPIRED' && { kind: 'bad', text: t('listExpired') },
    trustList?.state === 'STALE' && {
      kind: 'warn',
      text: t.rich('listStale', { when: () => <When at={trustList.validUntil} show="since" /> }),
    },
    trustList?.isListed === false && { kind: 'warn', text: t('notListed') },
    events !== null &&
      events.dead > 0 && { kind: 'warn', text: t.rich('dead', { count: events.dead, a: link('/events') }) },
    difference > mostClockDifference && { kind: 'warn', text: t('clock', { seconds: difference / 1000 }) },
  ];
  const all = [...found.filter((worry) => worry !== false), ...own];
  return [...all.filter(({ kind }) => kind === 'bad'), ...all.filter(({ kind }) => kind === 'warn')];
}
