import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Choice } from '../../../design/choice.tsx';
import { frequencyWords, lengthWords } from '../words/terms-words.ts';
import type { Choices } from './choices.ts';
import { lowerCounts, shorterLives, shorterPeriods } from './narrower.ts';
import { RangeChoice } from './range-choice.tsx';
import type { RequestDetail } from './request-queries.ts';

interface LimitsChoiceProps {
  readonly request: RequestDetail;
  readonly chosen: Choices;
  readonly onChange: (chosen: Choices) => void;
}

/** How far back, how often, until when and how long kept: each as asked, or less. */
export function LimitsChoice({ request, chosen, onChange }: LimitsChoiceProps) {
  const t = useTranslations('person');
  const format = useFormatter();
  const [openedAt] = useState(() => new Date().toISOString());
  const { frequency, consentPeriod, dataLife, dataRange } = request.terms;
  const asked = (text: string) => t('request.asked', { text });
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium' });
  return (
    <div className="grid max-w-lg gap-5">
      <div>
        <RangeChoice asked={dataRange} onChange={(range) => onChange({ ...chosen, dataRange: range })} />
      </div>
      {frequency !== undefined && (
        <Choice
          label={t('request.often')}
          value={`${chosen.most}`}
          onChange={(most) => onChange({ ...chosen, most: Number(most) })}
          options={lowerCounts(frequency.max).map((max) => {
            const text = frequencyWords(t, { ...frequency, max });
            return { value: `${max}`, text: max === frequency.max ? asked(text) : text };
          })}
        />
      )}
      <Choice
        label={t('request.until')}
        value={chosen.expiry}
        onChange={(expiry) => onChange({ ...chosen, expiry })}
        options={[
          { value: consentPeriod.expiry, text: asked(day(consentPeriod.expiry)) },
          ...shorterPeriods(consentPeriod, openedAt).map(([length, end]) => ({
            value: end,
            text: t('request.untilLength', { length: lengthWords(format, length), day: day(end) }),
          })),
        ]}
      />
      <Choice
        label={t('request.life')}
        value={chosen.dataLife}
        onChange={(life) => onChange({ ...chosen, dataLife: life })}
        options={[
          { value: dataLife, text: asked(lengthWords(format, dataLife)) },
          ...shorterLives(dataLife).map((life) => ({ value: life, text: lengthWords(format, life) })),
        ]}
      />
    </div>
  );
}
