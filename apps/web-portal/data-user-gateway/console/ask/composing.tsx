import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { toInstant } from '#domain';
import { answer } from '../../../api/answer.ts';
import { Button } from '../../../design/button.tsx';
import { Card } from '../../../design/card.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { useLanguage } from '../../../language/language-provider.tsx';
import { api } from '../api.ts';
import { AskedNotice } from './asked-notice.tsx';
import { type Ask, type Draft, draftOf, isComplete, type Template, toAsk } from './draft.ts';
import { LimitsFields } from './limits-fields.tsx';
import { Preview } from './preview.tsx';
import { WhoFields } from './who-fields.tsx';

/** The same key with every try, so that a person is asked once. */
const askOnce = (body: Ask, key: string) =>
  answer(api.POST('/operator/consent-requests', { body, headers: { 'idempotency-key': key } }));

/** Composes, shows what the person will see, and only then asks: what is shown is what is sent. */
export function Composing({ template }: { readonly template: Template }) {
  const t = useTranslations('dataUser.ask');
  const { language } = useLanguage();
  const [draft, setDraft] = useState<Draft>(() => draftOf(template, language.code));
  const preview = useMutation({
    mutationFn: async (body: Ask) => ({
      body,
      key: crypto.randomUUID(),
      shown: await answer(api.POST('/operator/consent-requests/preview', { body })),
    }),
  });
  const ask = useMutation({ mutationFn: ({ body, key }: { body: Ask; key: string }) => askOnce(body, key) });
  const change = (part: Partial<Draft>) => {
    setDraft((known) => ({ ...known, ...part }));
    preview.reset();
    ask.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete(draft)) return;
    preview.mutate(toAsk(draft, template, toInstant(Date.now())));
  };
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card>
        <form onSubmit={submit} className="space-y-6">
          <WhoFields draft={draft} template={template} onChange={change} />
          <LimitsFields draft={draft} template={template} onChange={change} />
          {preview.isError && <ProblemNotice error={preview.error} />}
          <Button
            kind="primary"
            type="submit"
            className="w-full"
            disabled={draft.types.length === 0}
            busy={preview.isPending}
          >
            {t('preview')}
          </Button>
        </form>
      </Card>
      <div aria-live="polite" className="space-y-4 lg:sticky lg:top-20">
        {preview.data === undefined ? (
          <p className="rounded-xl border border-dashed border-edge p-6 text-soft">{t('previewAbout')}</p>
        ) : (
          <>
            <Preview shown={preview.data.shown} />
            {ask.isError && <ProblemNotice error={ask.error} />}
            {ask.isSuccess ? (
              <AskedNotice asked={ask.data} />
            ) : (
              <Button
                kind="primary"
                className="w-full"
                busy={ask.isPending}
                onClick={() => preview.data !== undefined && ask.mutate(preview.data)}
              >
                {t('send')}
              </Button>
            )}
          </>
        )}
      </div>
    </div>
  );
}
