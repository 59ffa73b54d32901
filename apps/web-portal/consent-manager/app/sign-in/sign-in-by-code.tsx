import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Button } from '../../../design/button.tsx';
import { Disclosure } from '../../../design/disclosure.tsx';
import { Field } from '../../../design/field.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { api } from '../api.ts';
import { CodeForm } from './code-form.tsx';
import { contactOf } from './contact.ts';

interface SignInByCodeProps {
  /** What the field for the contact begins with. */
  readonly firstContact?: string;
  /** The words on the button that gives the code back. */
  readonly act: string;
  readonly open: (shown: ShownCode) => Promise<unknown>;
  readonly onOpened?: () => Promise<void>;
}

/** A code that reached her, and the name that she takes where she is new here. */
export interface ShownCode {
  readonly signInId: string;
  readonly code: string;
  readonly principal?: string;
}

/** By a one-time code to a contact; who is new here names herself. */
export function SignInByCode({ firstContact = '', act, open, onOpened }: SignInByCodeProps) {
  const t = useTranslations('person.signIn');
  const [contact, setContact] = useState(firstContact);
  const [name, setName] = useState('');
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: () => answer(api.POST('/sign-in/codes', { body: { contact: contactOf(contact) } })),
  });
  const opening = useMutation({
    mutationFn: (body: { readonly signInId: string; readonly code: string }) =>
      open({ ...body, ...(name === '' ? {} : { principal: name }) }),
    onSuccess: async () => {
      await onOpened?.();
      await queries.resetQueries();
    },
  });
  const sent = sending.data;
  return (
    <div className="space-y-4">
      {sent === undefined ? (
        <form
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            sending.mutate();
          }}
        >
          <Field
            label={t('contact')}
            hint={t('contactHint')}
            value={contact}
            required
            dir="ltr"
            autoComplete="username"
            onChange={({ currentTarget }) => setContact(currentTarget.value)}
          />
          <Disclosure title={t('isNew')}>
            <Field
              label={t('name')}
              hint={t('nameHint')}
              value={name}
              dir="ltr"
              autoCapitalize="none"
              pattern="[a-z0-9]([a-z0-9._\-]{0,61}[a-z0-9])?"
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
          </Disclosure>
          <Button type="submit" className="w-full" busy={sending.isPending}>
            {t('sendCode')}
          </Button>
        </form>
      ) : (
        <CodeForm
          about={t('codeAbout', { contact })}
          act={act}
          busy={opening.isPending}
          onCode={(code) => opening.mutate({ signInId: sent.signInId, code })}
          onCancel={() => {
            sending.reset();
            opening.reset();
          }}
        />
      )}
      {sending.isError && <ProblemNotice error={sending.error} />}
      {opening.isError && <ProblemNotice error={opening.error} />}
    </div>
  );
}
