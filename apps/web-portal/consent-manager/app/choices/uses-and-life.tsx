import { useFormatter, useTranslations } from 'use-intl';
import { Choice } from '../../../design/choice.tsx';
import { lengthWords } from '../words/terms-words.ts';

interface Limits {
  readonly mostUses: number;
  readonly longestDataLife: string;
}

const counts = [1, 2, 3, 5, 10];
const lives = ['P1D', 'P7D', 'P30D', 'P90D', 'P6M', 'P1Y', 'P2Y'];

interface UsesAndLifeProps<T extends Limits> {
  readonly rule: T;
  readonly onChange: (rule: T) => void;
}

/** How often a rule may say yes, and how long what it gives may be kept. */
export function UsesAndLife<T extends Limits>({ rule, onChange }: UsesAndLifeProps<T>) {
  const t = useTranslations('person.choices');
  const format = useFormatter();
  return (
    <>
      <Choice
        label={t('mostUses')}
        value={`${rule.mostUses}`}
        onChange={(mostUses) => onChange({ ...rule, mostUses: Number(mostUses) })}
        options={counts.map((count) => ({ value: `${count}`, text: t('times', { count }) }))}
      />
      <Choice
        label={t('longestLife')}
        value={rule.longestDataLife}
        onChange={(longestDataLife) => onChange({ ...rule, longestDataLife })}
        options={lives.map((life) => ({ value: life, text: lengthWords(format, life) }))}
      />
    </>
  );
}
