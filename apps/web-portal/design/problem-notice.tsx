import { useTranslations } from 'use-intl';
import { Problem } from '../api/problem.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

interface ProblemNoticeProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** What the button says, where it is not to try the same again. */
  readonly retry?: string;
}

/** What could not be done, why, and what to do next: by the code of the refusal, in the reader's language. */
export function ProblemNotice({ error, onRetry, retry }: ProblemNoticeProps) {
  const t = useTranslations('problems');
  const code = error instanceof Problem ? error.code : 'unknown';
  const known = code as 'unknown';
  const text = t.has(known) ? t(known) : t('other', { code });
  return (
    <Notice kind="bad" title={t('title')}>
      <p>{text}</p>
      {onRetry !== undefined && (
        <Button kind="quiet" className="mt-2" onClick={onRetry}>
          {retry ?? t('retry')}
        </Button>
      )}
    </Notice>
  );
}
