import { useTranslations } from 'use-intl';
import { useDataWords } from '../../../console/words/data-words.tsx';
import { Check } from '../../../design/check.tsx';
import { Choice } from '../../../design/choice.tsx';
import { useSpanName } from '../span.tsx';
import { spansUpTo } from './draft.ts';
import type { DraftFieldsProps } from './who-fields.tsx';

/** How much, how often and for how long: never more than the template allows. */
export function LimitsFields({ draft, template, onChange }: DraftFieldsProps) {
  const t = useTranslations('dataUser.ask');
  const nameOf = useSpanName();
  const words = useDataWords();
  const spans = (most: string) => spansUpTo(most).map((span) => ({ value: span, text: nameOf(span) }));
  const toggle = (type: string, isWanted: boolean) =>
    onChange({ types: isWanted ? [...draft.types, type] : draft.types.filter((known) => known !== type) });
  return (
    <>
      <fieldset>
        <legend className="text-lg font-semibold">{t('types')}</legend>
        {template.dataTypes.map(({ type }) => (
          <Check key={type} checked={draft.types.includes(type)} onChange={(isWanted) => toggle(type, isWanted)}>
            {words.typeTitle(type, template.dataTypeTitles.find((one) => one.type === type)?.title ?? type)}
            <code dir="ltr" className="block font-mono text-sm break-all text-soft">
              {type}
            </code>
          </Check>
        ))}
      </fieldset>
      <fieldset className="space-y-4">
        <legend className="mb-4 text-lg font-semibold">{t('limits')}</legend>
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <Choice
            label={t('range')}
            value={draft.range}
            options={spans(template.maxDataRange)}
            onChange={(range) => onChange({ range })}
          />
          <Choice
            label={t('period')}
            value={draft.period}
            options={spans(template.maxConsentPeriod)}
            onChange={(period) => onChange({ period })}
          />
          <Choice
            label={t('life')}
            value={draft.life}
            options={spans(template.maxDataLife)}
            onChange={(life) => onChange({ life })}
          />
          <Choice
            label={t('mode')}
            value={draft.mode}
            options={template.consentModes.map((mode) => ({ value: mode, text: t(`modes.${mode}`) }))}
            onChange={(mode) => onChange({ mode })}
          />
          <Choice
            label={t('fetchType')}
            value={draft.fetchType}
            options={template.fetchTypes.map((type) => ({ value: type, text: t(`fetchTypes.${type}`) }))}
            onChange={(fetchType) => onChange({ fetchType })}
          />
          {draft.fetchType === 'PERIODIC' && template.maxFrequency.length > 0 && (
            <Choice
              label={t('frequency')}
              value={draft.frequency}
              options={template.maxFrequency.map(({ max, per }, index) => ({
                value: `${index}`,
                text: t(`frequencies.${per}`, { max }),
              }))}
              onChange={(frequency) => onChange({ frequency })}
            />
          )}
        </div>
        <Check
          checked={template.alwaysNarrowable || draft.mayBeNarrowed}
          disabled={template.alwaysNarrowable}
          onChange={(mayBeNarrowed) => onChange({ mayBeNarrowed })}
        >
          {template.alwaysNarrowable ? t('alwaysNarrowable') : t('mayBeNarrowed')}
        </Check>
      </fieldset>
    </>
  );
}
