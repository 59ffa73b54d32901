import { useFormatter, useTranslations } from 'use-intl';
import { Choice } from '../../../design/choice.tsx';
import { lengthWords } from '../words/terms-words.ts';
import type { RuleOf } from './choice-queries.ts';
import { UsesAndLife } from './uses-and-life.tsx';

interface RenewalFieldsProps {
  readonly rule: RuleOf<'approve-renewal'>;
  readonly onChange: (rule: RuleOf<'approve-renewal'>) => void;
}

const days = [7, 30, 60, 90];

export function RenewalFields({ rule, onChange }: RenewalFieldsProps) {
  const t = useTranslations('person.choices');
  const format = useFormatter();
  return (
    <div className="grid max-w-lg gap-5">
      <Choice
        label={t('withinDays')}
        value={`${rule.withinDays}`}
        onChange={(withinDays) => onChange({ ...rule, withinDays: Number(withinDays) })}
        options={days.map((count) => ({ value: `${count}`, text: lengthWords(format, `P${count}D`) }))}
      />
      <UsesAndLife rule={rule} onChange={onChange} />
    </div>
  );
}
