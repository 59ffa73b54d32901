import { useTranslations } from 'use-intl';
import { Problem } from '../../../api/problem.ts';
import { WorryLink } from '../../../console/overview/worry-link.tsx';
import { useKnownWords } from '../../../console/words/known-words.tsx';
import { Code } from '../../../design/code.tsx';
import { Notice } from '../../../design/notice.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import type { Fetching } from './use-fetching.ts';

/** What came of asking: where it can be watched, or who refused it and why. */
export function FetchOutcome({ data, error }: Pick<Fetching, 'data' | 'error'>) {
  const t = useTranslations('dataUser.consents');
  const find = useKnownWords();
  if (error !== null) {
    const code = error instanceof Problem ? error.code : '';
    return find(`refusals.${code}.why`) === undefined ? <ProblemNotice error={error} /> : <Refused code={code} />;
  }
  if (data === undefined) return null;
  if (data.refusal !== undefined) return <Refused code={data.refusal.code} />;
  const text = data.state === 'PENDING' ? 'fetchAsked' : 'fetched';
  return (
    <Notice kind="good" title={t('fetching')}>
      {t.rich(text, {
        sessions: data.sessions.length,
        a: (chunks) => <WorryLink to="/data-sessions">{chunks}</WorryLink>,
      })}
    </Notice>
  );
}

function Refused({ code }: { readonly code: string }) {
  const t = useTranslations('dataUser.consents');
  const find = useKnownWords();
  return (
    <Notice kind="bad" title={t('fetchRefused')}>
      <p>
        {find(`refusals.${code}.why`)} {find(`refusals.${code}.next`)}
      </p>
      <p>
        <Code>{code}</Code>
      </p>
    </Notice>
  );
}
