import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { CheckList } from '../../../design/check-list.tsx';
import { Choice } from '../../../design/choice.tsx';
import { Notice } from '../../../design/notice.tsx';
import { type AccountLink, useProviderName } from '../accounts/account-queries.ts';
import { useDataWords } from '../words/data-words.ts';
import { lengthWords } from '../words/terms-words.ts';
import type { RuleOf } from './choice-queries.ts';
import { healthTypes } from './rule-draft.ts';
import { UsesAndLife } from './uses-and-life.tsx';

interface EmergencyFieldsProps {
  readonly rule: RuleOf<'emergency-access'>;
  readonly accounts: readonly AccountLink[];
  readonly onChange: (rule: RuleOf<'emergency-access'>) => void;
}

const days = [1, 7, 14, 30];
const dayMs = 86_400_000;

export function EmergencyFields({ rule, accounts, onChange }: EmergencyFieldsProps) {
  const t = useTranslations('person.choices');
  const format = useFormatter();
  const words = useDataWords();
  const nameOf = useProviderName();
  const [length, setLength] = useState('7');
  const holding = accounts.filter(({ dataTypes }) => dataTypes.some((type) => healthTypes.includes(type)));
  const choose = (count: string) => {
    setLength(count);
    // A minute less than the days, as the manager's clock may be a little ahead.
    onChange({ ...rule, until: new Date(Date.now() + Number(count) * dayMs - 60_000).toISOString() });
  };
  return (
    <div className="space-y-5">
      <p>{t('emergencyAbout')}</p>
      <div className="grid max-w-lg gap-5">
        <Choice
          label={t('emergencyFor')}
          value={length}
          onChange={choose}
          options={days.map((count) => ({ value: `${count}`, text: lengthWords(format, `P${count}D`) }))}
        />
        <UsesAndLife rule={rule} onChange={onChange} />
      </div>
      <CheckList
        label={t('emergencyTypes')}
        options={healthTypes.map((type) => ({ value: type, text: words.typeTitle(type) }))}
        chosen={rule.dataTypes}
        onChange={(dataTypes) => onChange({ ...rule, dataTypes })}
      />
      {holding.length === 0 ? (
        <Notice kind="warn">{t('emergencyNoAccount')}</Notice>
      ) : (
        <CheckList
          label={t('emergencyAccounts')}
          options={holding.map(({ id, label, dataProvider }) => ({
            value: id,
            text: `${label} · ${nameOf(dataProvider)}`,
          }))}
          chosen={rule.accounts}
          onChange={(chosen) => onChange({ ...rule, accounts: chosen })}
        />
      )}
    </div>
  );
}
