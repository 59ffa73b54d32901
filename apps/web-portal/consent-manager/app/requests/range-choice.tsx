import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { DataRange } from '#domain';
import { Choice } from '../../../design/choice.tsx';
import { Field } from '../../../design/field.tsx';
import { lengthWords, rangeWords } from '../words/terms-words.ts';
import { dayOf, lastDayOf, rangeOfDays, shorterRanges } from './narrower.ts';

interface RangeChoiceProps {
  readonly asked: DataRange;
  readonly onChange: (range: DataRange) => void;
}

/** From when to when records are dated: as asked, the newest of them, or days of her own. */
export function RangeChoice({ asked, onChange }: RangeChoiceProps) {
  const t = useTranslations('person.request');
  const format = useFormatter();
  const [chosen, setChosen] = useState('asked');
  const [days, setDays] = useState({ first: dayOf(asked.from), last: lastDayOf(asked) });
  const shorter = shorterRanges(asked);
  const isWrong = chosen === 'own' && rangeOfDays(days.first, days.last, asked) === undefined;

  const choose = (value: string) => {
    setChosen(value);
    const own = value === 'own' ? rangeOfDays(days.first, days.last, asked) : undefined;
    onChange(own ?? shorter.find(([length]) => length === value)?.[1] ?? asked);
  };
  const chooseDays = (next: typeof days) => {
    setDays(next);
    const range = rangeOfDays(next.first, next.last, asked);
    if (range !== undefined) onChange(range);
  };
  const limits = { type: 'date', min: dayOf(asked.from), max: lastDayOf(asked), required: true };
  return (
    <div className="space-y-3">
      <Choice
        label={t('range')}
        value={chosen}
        onChange={choose}
        options={[
          { value: 'asked', text: t('rangeAsked', rangeWords(format, asked)) },
          ...shorter.map(([length]) => ({
            value: length,
            text: t('rangeLast', { length: lengthWords(format, length) }),
          })),
          { value: 'own', text: t('rangeOwn') },
        ]}
      />
      {chosen === 'own' && (
        <div className="grid gap-3 sm:grid-cols-2">
          <Field
            {...limits}
            label={t('rangeFirst')}
            value={days.first}
            onChange={({ currentTarget }) => chooseDays({ ...days, first: currentTarget.value })}
          />
          <Field
            {...limits}
            label={t('rangeEnd')}
            value={days.last}
            error={isWrong ? t('rangeWrong') : undefined}
            onChange={({ currentTarget }) => chooseDays({ ...days, last: currentTarget.value })}
          />
        </div>
      )}
    </div>
  );
}
