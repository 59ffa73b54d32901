import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Worry } from '../../../console/overview/own-worries.ts';
import { WorryLink } from '../../../console/overview/worry-link.tsx';
import { askErasures } from './ask-erasures.ts';

/** Data that should be gone and is not: the people concerned see it in red. */
export function useOverdueWorry(): readonly Worry[] {
  const t = useTranslations('dataUser.erasures');
  const { data } = useQuery({ queryKey: ['erasures'], queryFn: askErasures, refetchInterval: 30_000 });
  const count = data?.overdue.length ?? 0;
  if (count === 0) return [];
  return [{ kind: 'bad', text: <WorryLink to="/erasures">{t('overdue', { count })}</WorryLink> }];
}
