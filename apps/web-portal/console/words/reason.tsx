import { useTranslations } from 'use-intl';
import { Code } from '../../design/code.tsx';
import { useKnownWords } from './known-words.tsx';

/** Why an event did not arrive: of the codes that the log keeps, e.g. `400 invalid_key key-not-listed`. */
export function Reason({ codes }: { readonly codes: string }) {
  const t = useTranslations('console.reasons');
  const find = useKnownWords();
  if (codes === '') return null;
  const [first = '', ...rest] = codes.split(' ');
  const status = /^\d{3}$/.test(first) ? first : undefined;
  const said = status === undefined ? [first, ...rest] : rest;
  return (
    <>
      {status !== undefined && <p>{t('answered', { status })}</p>}
      {said.map((code) => (
        <p key={code}>{find(`reasons.${code}`) ?? find(`refusals.${code}.why`) ?? <Code>{code}</Code>}</p>
      ))}
    </>
  );
}
