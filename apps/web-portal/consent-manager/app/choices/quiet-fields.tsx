import { useTranslations } from 'use-intl';
import { Field } from '../../../design/field.tsx';
import type { RuleOf } from './choice-queries.ts';

interface QuietFieldsProps {
  readonly rule: RuleOf<'quiet-hours'>;
  readonly onChange: (rule: RuleOf<'quiet-hours'>) => void;
}

export function QuietFields({ rule, onChange }: QuietFieldsProps) {
  const t = useTranslations('person.choices');
  return (
    <div className="grid max-w-lg gap-5 sm:grid-cols-2">
      <Field
        type="time"
        label={t('quietFrom')}
        value={rule.from}
        required
        onChange={({ currentTarget }) => onChange({ ...rule, from: currentTarget.value })}
      />
      <Field
        type="time"
        label={t('quietTo')}
        value={rule.to}
        required
        onChange={({ currentTarget }) => onChange({ ...rule, to: currentTarget.value })}
      />
    </div>
  );
}
