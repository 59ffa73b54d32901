import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Badge } from '../../../design/badge.tsx';
import { Button } from '../../../design/button.tsx';
import { Card } from '../../../design/card.tsx';
import { Field } from '../../../design/field.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { Section } from '../../../design/section.tsx';
import { api } from '../api.ts';
import { CodeForm } from '../sign-in/code-form.tsx';
import { contactOf } from '../sign-in/contact.ts';
import { meQuery } from '../sign-in/me-query.ts';

/** How she is reached, and how institutions find her accounts. */
export function Contacts() {
  const t = useTranslations('person.security');
  const me = useQuery(meQuery);
  return (
    <Section title={t('contacts')}>
      <p className="text-soft">{t('contactsAbout')}</p>
      <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
        {me.data?.contacts.map(({ id, value, verifiedAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 p-4 sm:px-5">
            <bdi className="break-all">{value}</bdi>
            <Badge tone={verifiedAt === null ? 'warn' : 'good'}>
              {t(verifiedAt === null ? 'unconfirmed' : 'confirmed')}
            </Badge>
          </li>
        ))}
      </ul>
      <NewContact />
    </Section>
  );
}

function NewContact() {
  const t = useTranslations('person.security');
  const signIn = useTranslations('person.signIn');
  const [contact, setContact] = useState('');
  const queries = useQueryClient();
  const naming = useMutation({
    mutationFn: () => answer(api.POST('/me/contacts', { body: { contact: contactOf(contact) } })),
  });
  const confirming = useMutation({
    mutationFn: ({ id, code }: { readonly id: string; readonly code: string }) =>
      answer(api.POST('/me/contacts/{id}/confirm', { params: { path: { id } }, body: { code } })),
    onSuccess: async () => {
      naming.reset();
      setContact('');
      await queries.invalidateQueries();
    },
  });
  const named = naming.data;
  return (
    <Card className="space-y-4">
      {named === undefined ? (
        <form
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            naming.mutate();
          }}
        >
          <Field
            label={t('newContact')}
            hint={signIn('contactHint')}
            value={contact}
            required
            dir="ltr"
            onChange={({ currentTarget }) => setContact(currentTarget.value)}
          />
          <Button type="submit" busy={naming.isPending}>
            {signIn('sendCode')}
          </Button>
        </form>
      ) : (
        <CodeForm
          about={signIn('codeAbout', { contact })}
          act={t('confirm')}
          busy={confirming.isPending}
          onCode={(code) => confirming.mutate({ id: named.contactId, code })}
          onCancel={() => {
            naming.reset();
            confirming.reset();
          }}
        />
      )}
      {naming.isError && <ProblemNotice error={naming.error} />}
      {confirming.isError && <ProblemNotice error={confirming.error} />}
    </Card>
  );
}
