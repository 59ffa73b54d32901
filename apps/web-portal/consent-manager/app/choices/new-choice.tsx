import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Button } from '../../../design/button.tsx';
import { Card } from '../../../design/card.tsx';
import { Field } from '../../../design/field.tsx';
import { Notice } from '../../../design/notice.tsx';
import { OneOf } from '../../../design/one-of.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { accountsQuery } from '../accounts/account-queries.ts';
import { api } from '../api.ts';
import type { StandingRule } from './choice-queries.ts';
import { firstRule, isWhole, ruleKinds } from './rule-draft.ts';
import { RuleFields } from './rule-fields.tsx';
import { ruleWords } from './rule-words.ts';

const longestName = 80;

/** Sets a rule: of which kind, within which limits, and under which name it will stand on her timeline. */
export function NewChoice() {
  const t = useTranslations('person');
  const format = useFormatter();
  const accounts = useQuery(accountsQuery);
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [rule, setRule] = useState<StandingRule>(() => firstRule('refuse-purpose', new Date()));
  const setting = useMutation({
    mutationFn: () => {
      const called = name.trim() === '' ? t(`choices.kinds.${rule.kind}`) : name.trim();
      return answer(api.POST('/me/standing-choices', { body: { name: called, rule } }));
    },
    onSuccess: async () => {
      setName('');
      setRule(firstRule(rule.kind, new Date()));
      await queries.invalidateQueries();
    },
  });
  return (
    <Card>
      <form
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          setting.mutate();
        }}
      >
        <h2 className="text-lg font-semibold">{t('choices.new')}</h2>
        <OneOf
          label={t('choices.kind')}
          value={rule.kind}
          onChange={(kind) => setRule(firstRule(kind, new Date()))}
          options={ruleKinds.map((kind) => ({ value: kind, text: t(`choices.kinds.${kind}`) }))}
        />
        <RuleFields rule={rule} accounts={accounts.data?.links ?? []} onChange={setRule} />
        <Field
          label={t('choices.name')}
          hint={t('choices.nameHint')}
          maxLength={longestName}
          placeholder={t(`choices.kinds.${rule.kind}`)}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        {isWhole(rule) && (
          <Notice kind={rule.kind === 'emergency-access' ? 'warn' : 'info'}>{ruleWords(t, format, rule)}</Notice>
        )}
        <Button kind="primary" type="submit" disabled={!isWhole(rule)} busy={setting.isPending}>
          {t('choices.set')}
        </Button>
        {setting.isSuccess && <Notice kind="good" title={t('choices.done')} />}
        {setting.isError && <ProblemNotice error={setting.error} />}
      </form>
    </Card>
  );
}
