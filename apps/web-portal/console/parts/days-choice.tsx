import { useTranslations } from 'use-intl';
import { Choice } from '../../design/choice.tsx';

export const dayCounts = ['7', '30', '90'] as const;
export type DayCount = (typeof dayCounts)[number];

interface DaysChoiceProps {
  readonly days: DayCount;
  readonly onChange: (days: DayCount) => void;
}

/** How far back to look. */
export function DaysChoice({ days, onChange }: DaysChoiceProps) {
  const t = useTranslations('console.parts');
  const options = dayCounts.map((value) => ({ value, text: t('lastDays', { days: Number(value) }) }));
  return <Choice<DayCount> label={t('period')} value={days} options={options} onChange={onChange} />;
}
