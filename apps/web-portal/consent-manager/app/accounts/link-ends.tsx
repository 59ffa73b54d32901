import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer } from '../../../api/answer.ts';
import { Loading } from '../../../design/loading.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { api } from '../api.ts';
import { useDataWords } from '../words/data-words.ts';

/** Which consents would end with a link, or give less. */
export function LinkEnds({ linkId }: { readonly linkId: string }) {
  const t = useTranslations('person.accounts');
  const words = useDataWords();
  const ends = useQuery({
    queryKey: ['account-links', linkId, 'ends'],
    queryFn: () => answer(api.GET('/me/account-links/{id}/ends', { params: { path: { id: linkId } } })),
  });
  if (ends.isPending) return <Loading lines={1} />;
  if (ends.isError) return <ProblemNotice error={ends.error} onRetry={() => void ends.refetch()} />;
  if (ends.data.consents.length === 0) return <p>{t('endsNothing')}</p>;
  return (
    <ul className="list-disc space-y-1 ps-5">
      {ends.data.consents.map(({ consent, dataUser, purpose, becomes, erasesData }) => (
        <li key={consent}>
          {t('ends', {
            who: dataUser.name,
            purpose: words.purposeTitle(purpose.code, purpose.title),
            becomes,
            erased: erasesData ? 'yes' : 'no',
          })}
        </li>
      ))}
    </ul>
  );
}
