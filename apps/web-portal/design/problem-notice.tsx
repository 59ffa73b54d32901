import { useTranslations } from 'use-intl';
import { Problem } from '../api/problem.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** What could not be done, why, and what to do next: by the code of the refusal, in the reader's language. */
export function ProblemNotice({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const t = useTranslations('problems');
  const common = useTranslations('common');
  const code = error instanceof Problem ? error.code : 'unknown';
  const known = code as 'unknown';
  const text = t.has(known) ? t(known) : t('other', { code });
  return (
    <Notice kind="bad" title={t('title')}>
      <p>{text}</p>
      {code === 'pages-renewed' ? (
        <Button kind="quiet" className="mt-2" onClick={() => location.reload()}>
          {common('reload')}
        </Button>
      ) : (
        onRetry !== undefined && (
          <Button kind="quiet" className="mt-2" onClick={onRetry}>
            {t('retry')}
          </Button>
        )
      )}
    </Notice>
  );
}
