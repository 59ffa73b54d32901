import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Badge } from '../../../design/badge.tsx';
import { Button } from '../../../design/button.tsx';
import { Confirm } from '../../../design/confirm.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { When } from '../../../design/when.tsx';
import { api } from '../api.ts';
import { placeOf, useNamedPlace } from './choice-place.ts';
import type { StandingChoice } from './choice-queries.ts';
import { ruleWords } from './rule-words.ts';

/** A rule that she set: what it does, how often it has, and the switch. */
export function ChoiceCard({ choice }: { readonly choice: StandingChoice }) {
  const t = useTranslations('person');
  const format = useFormatter();
  const queries = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const { id, name, rule, isOn, isInForce, uses, lastUsedAt, setAt } = choice;
  const place = useNamedPlace(id);
  const path = { params: { path: { id } } };
  const onSuccess = () => queries.invalidateQueries();
  const turning = useMutation({
    mutationFn: () => answer(api.PATCH('/me/standing-choices/{id}', { ...path, body: { isOn: !isOn } })),
    onSuccess,
  });
  const removal = useMutation({
    mutationFn: () => answer(api.DELETE('/me/standing-choices/{id}', path)),
    onSuccess,
  });
  const state = isInForce ? 'inForce' : isOn ? 'over' : 'off';
  return (
    <li
      ref={place}
      id={placeOf(id)}
      tabIndex={-1}
      className="scroll-mt-24 space-y-3 rounded-xl border border-line bg-surface p-4 sm:p-5"
    >
      <div className="flex flex-wrap items-center gap-3">
        <h3 className="text-lg font-semibold">{name}</h3>
        <Badge tone={isInForce ? 'good' : 'neutral'}>{t(`choices.${state}`)}</Badge>
      </div>
      <p>{ruleWords(t, format, rule)}</p>
      <p className="text-sm text-soft">
        {t('choices.uses', { count: uses })}
        {lastUsedAt !== null && <> · {t.rich('choices.lastUsed', { when: () => <When at={lastUsedAt} /> })}</>}
        {' · '}
        {t.rich('choices.setAt', { when: () => <When at={setAt} show="day" /> })}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button
          aria-label={t(isOn ? 'choices.turnOffOf' : 'choices.turnOnOf', { name })}
          busy={turning.isPending}
          onClick={() => turning.mutate()}
        >
          {t(isOn ? 'choices.turnOff' : 'choices.turnOn')}
        </Button>
        <Button kind="danger" aria-label={t('choices.removeOf', { name })} onClick={() => setRemoving(true)}>
          {t('choices.remove')}
        </Button>
      </div>
      {turning.isError && <ProblemNotice error={turning.error} />}
      <Confirm
        open={removing}
        onClose={() => setRemoving(false)}
        title={t('choices.removeTitle', { name })}
        act={t('choices.removeAct')}
        kind="danger"
        busy={removal.isPending}
        onAct={() => removal.mutate()}
      >
        <p>{t('choices.removeAbout')}</p>
        {removal.isError && <ProblemNotice error={removal.error} />}
      </Confirm>
    </li>
  );
}
