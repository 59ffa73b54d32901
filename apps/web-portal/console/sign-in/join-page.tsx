import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../design/button.tsx';
import { Card } from '../../design/card.tsx';
import { Field } from '../../design/field.tsx';
import { Page } from '../../design/page.tsx';
import { readInvitation, takenInvitation } from './invitation-code.ts';
import { Joining } from './joining.tsx';

export function JoinPage() {
  const t = useTranslations('console.join');
  const [invitation, setInvitation] = useState(takenInvitation);
  return (
    <div className="mx-auto max-w-md pt-6 sm:pt-16">
      <Page title={t('title')} about={t('about')}>
        <Card className="space-y-4">
          {invitation === undefined ? (
            <CodeForm onCode={setInvitation} />
          ) : (
            <Joining invitation={invitation} onOther={() => setInvitation(undefined)} />
          )}
          <Link to="/" className="inline-flex min-h-6 items-center text-accent underline underline-offset-4">
            {t('signIn')}
          </Link>
        </Card>
      </Page>
    </div>
  );
}

function CodeForm({ onCode }: { readonly onCode: (code: string) => void }) {
  const t = useTranslations('console.join');
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const submit = () => {
    const code = readInvitation(text);
    setWrong(code === undefined);
    if (code !== undefined) onCode(code);
  };
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field
        label={t('code')}
        hint={t('codeHint')}
        error={isWrong ? t('codeWrong') : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button kind="primary" type="submit" className="w-full">
        {t('go')}
      </Button>
    </form>
  );
}
