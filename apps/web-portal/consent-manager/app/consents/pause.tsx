import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Button } from '../../../design/button.tsx';
import { Confirm } from '../../../design/confirm.tsx';
import { Field } from '../../../design/field.tsx';
import { OneOf } from '../../../design/one-of.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { api } from '../api.ts';
import type { ConsentDetail } from './consent-queries.ts';
import { type PauseLength, pauseEnd, pauseLengths } from './pause-end.ts';

/** Stops a consent for a while. */
export function Pause({ consent }: { readonly consent: ConsentDetail }) {
  const t = useTranslations('person.consent');
  const [open, setOpen] = useState(false);
  const [length, setLength] = useState<PauseLength>('byHand');
  const [own, setOwn] = useState('');
  const [isMissing, setMissing] = useState(false);
  const queries = useQueryClient();
  const { id, dataUser } = consent;
  const pause = useMutation({
    mutationFn: () => {
      const until = pauseEnd(length, own, new Date());
      const body = until === undefined ? {} : { until };
      return answer(api.POST('/me/consents/{id}/pause', { params: { path: { id } }, body }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries();
      setOpen(false);
    },
  });
  return (
    <>
      <Button className="w-full" onClick={() => setOpen(true)}>
        {t('pause')}
      </Button>
      <Confirm
        open={open}
        onClose={() => setOpen(false)}
        title={t('pauseTitle', { who: dataUser.name })}
        act={t('pause')}
        busy={pause.isPending}
        onAct={() => (length === 'own' && own === '' ? setMissing(true) : pause.mutate())}
      >
        <p>{t('pauseAbout', { who: dataUser.name })}</p>
        <OneOf
          label={t('pauseLength')}
          value={length}
          onChange={setLength}
          options={pauseLengths.map((value) => ({ value, text: t(`pauseLengths.${value}`) }))}
        />
        {length === 'own' && (
          <Field
            type="datetime-local"
            label={t('pauseOwn')}
            required
            value={own}
            error={isMissing ? t('pauseOwnMissing') : undefined}
            onChange={({ currentTarget }) => {
              setOwn(currentTarget.value);
              setMissing(false);
            }}
          />
        )}
        {pause.isError && <ProblemNotice error={pause.error} />}
      </Confirm>
    </>
  );
}
