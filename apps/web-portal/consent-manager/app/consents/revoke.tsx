import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Button } from '../../../design/button.tsx';
import { Confirm } from '../../../design/confirm.tsx';
import { Field } from '../../../design/field.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { api } from '../api.ts';
import { lengthWords } from '../words/terms-words.ts';
import type { ConsentDetail } from './consent-queries.ts';

const longestReason = 300;

/** Ends a consent for good, once she has read what comes of it. */
export function Revoke({ consent }: { readonly consent: ConsentDetail }) {
  const t = useTranslations('person.consent');
  const format = useFormatter();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const { id, dataUser, terms, fetches } = consent;
  const held = fetches.filter(({ recordsSent, erasedAt }) => (recordsSent ?? 0) > 0 && erasedAt === null).length;
  const revocation = useMutation({
    mutationFn: () => {
      const body = reason.trim() === '' ? {} : { reason: reason.trim() };
      return answer(api.POST('/me/consents/{id}/revoke', { params: { path: { id } }, body }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries();
      setOpen(false);
    },
  });
  const life = lengthWords(format, terms.dataLife);
  return (
    <>
      <Button kind="danger" className="w-full" onClick={() => setOpen(true)}>
        {t('revoke')}
      </Button>
      <Confirm
        open={open}
        onClose={() => setOpen(false)}
        title={t('revokeTitle', { who: dataUser.name })}
        act={t('revokeAct')}
        kind="danger"
        busy={revocation.isPending}
        onAct={() => revocation.mutate()}
      >
        <ul className="list-disc space-y-1 ps-5">
          <li>{t('revokeStops', { who: dataUser.name })}</li>
          <li>
            {t('revokeHeld', { count: held, erased: terms.eraseOnRevocation ? 'yes' : 'no', who: dataUser.name, life })}
          </li>
          <li>{t('revokeForGood')}</li>
        </ul>
        <Field
          label={t('revokeReason')}
          hint={t('revokeReasonHint')}
          maxLength={longestReason}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {revocation.isError && <ProblemNotice error={revocation.error} />}
      </Confirm>
    </>
  );
}
