import { useTranslations } from 'use-intl';
import { CheckList } from '../../../design/check-list.tsx';
import { useDataWords } from '../words/data-words.ts';
import type { RuleOf } from './choice-queries.ts';
import { purposeCodes } from './rule-draft.ts';

interface RefuseFieldsProps {
  readonly rule: RuleOf<'refuse-purpose'>;
  readonly onChange: (rule: RuleOf<'refuse-purpose'>) => void;
}

export function RefuseFields({ rule, onChange }: RefuseFieldsProps) {
  const t = useTranslations('person.choices');
  const words = useDataWords();
  return (
    <CheckList
      label={t('purposes')}
      options={purposeCodes.map((code) => ({ value: code, text: words.purposeTitle(code) }))}
      chosen={rule.purposes}
      onChange={(purposes) => onChange({ ...rule, purposes })}
    />
  );
}
