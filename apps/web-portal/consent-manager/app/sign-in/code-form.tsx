import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../design/button.tsx';
import { Field } from '../../../design/field.tsx';

interface CodeFormProps {
  /** Where the code went. */
  readonly about: string;
  readonly act: string;
  readonly busy: boolean;
  readonly onCode: (code: string) => void;
  readonly onCancel: () => void;
}

/** A one-time code, as it was sent to her. */
export function CodeForm({ about, act, busy, onCode, onCancel }: CodeFormProps) {
  const t = useTranslations('person.code');
  const common = useTranslations('common');
  const [code, setCode] = useState('');
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        onCode(code.replaceAll(/\s/g, ''));
      }}
    >
      <p role="status">{about}</p>
      <Field
        label={t('code')}
        hint={t('hint')}
        value={code}
        required
        autoFocus
        dir="ltr"
        inputMode="numeric"
        autoComplete="one-time-code"
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
      <div className="flex flex-wrap gap-3">
        <Button kind="primary" type="submit" busy={busy}>
          {act}
        </Button>
        <Button onClick={onCancel}>{common('cancel')}</Button>
      </div>
    </form>
  );
}
