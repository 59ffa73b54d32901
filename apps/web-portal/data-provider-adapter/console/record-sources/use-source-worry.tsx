import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Worry } from '../../../console/overview/own-worries.ts';
import { WorryLink } from '../../../console/overview/worry-link.tsx';
import { askSources } from './ask-sources.ts';
import { isFailing } from './is-failing.ts';

/** Sources that failed to give records when they were last read. */
export function useSourceWorry(): readonly Worry[] {
  const t = useTranslations('provider.recordSources');
  const { data } = useQuery({ queryKey: ['record-sources'], queryFn: askSources, refetchInterval: 15_000 });
  const count = data?.reads.filter(isFailing).length ?? 0;
  if (count === 0) return [];
  return [{ kind: 'bad', text: <WorryLink to="/record-sources">{t('failingReads', { count })}</WorryLink> }];
}
