import { useTranslations } from 'use-intl';
import { TextArea } from '../../../console/parts/text-area.tsx';
import { useDataWords } from '../../../console/words/data-words.tsx';
import { Choice } from '../../../design/choice.tsx';
import { Field } from '../../../design/field.tsx';
import { languages } from '../../../language/languages.ts';
import { type Draft, managerOf, type Template } from './draft.ts';

export interface DraftFieldsProps {
  readonly draft: Draft;
  readonly template: Template;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** Who is asked, for what, and in which words. */
export function WhoFields({ draft, template, onChange }: DraftFieldsProps) {
  const t = useTranslations('dataUser.ask');
  const words = useDataWords();
  const changePrincipal = (principal: string) => {
    const followed = draft.consentManager === managerOf(draft.principal);
    onChange({ principal, ...(followed && { consentManager: managerOf(principal) }) });
  };
  return (
    <fieldset className="space-y-4">
      <legend className="mb-4 text-lg font-semibold">{t('who')}</legend>
      <Field
        label={t('principal')}
        hint={t('principalHint')}
        required
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        value={draft.principal}
        onChange={({ target }) => changePrincipal(target.value)}
      />
      <Field
        label={t('consentManager')}
        hint={t('consentManagerHint')}
        required
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        value={draft.consentManager}
        onChange={({ target }) => onChange({ consentManager: target.value })}
      />
      {template.purposeTitles.length > 1 && (
        <Choice
          label={t('purpose')}
          value={draft.purpose}
          options={template.purposeTitles.map(({ code, title }) => ({
            value: code,
            text: words.purposeName(code, title),
          }))}
          onChange={(purpose) => onChange({ purpose })}
        />
      )}
      <Field
        label={t('reason')}
        hint={t('reasonHint')}
        required
        maxLength={500}
        value={draft.reason}
        onChange={({ target }) => onChange({ reason: target.value })}
      />
      <TextArea
        label={t('notice')}
        hint={t('noticeHint')}
        maxLength={4000}
        value={draft.notice}
        onChange={(notice) => onChange({ notice })}
      />
      <Choice
        label={t('noticeLanguage')}
        value={draft.noticeLanguage}
        options={languages.map(({ code, name }) => ({ value: code as string, text: name }))}
        onChange={(noticeLanguage) => onChange({ noticeLanguage })}
      />
    </fieldset>
  );
}
