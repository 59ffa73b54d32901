import { useFormatter, useTranslations } from 'use-intl';
import type { ConsentTerms } from '#domain';
import { useProviderName } from '../accounts/account-queries.ts';
import { detailsOf } from '../words/details.ts';
import { allowSentence } from './allow-sentence.ts';
import type { RequestDetail } from './request-queries.ts';

/** What a yes to these terms, answered from these accounts, would allow. */
export function useAllowSentence(
  request: RequestDetail,
): (terms: ConsentTerms, accounts: RequestDetail['accounts']) => string {
  const t = useTranslations('person');
  const format = useFormatter();
  const nameOf = useProviderName();
  return (terms, accounts) =>
    allowSentence(t, format, {
      who: request.dataUser.name,
      terms,
      accounts: accounts.map(({ label, dataProvider }) => ({ label, provider: nameOf(dataProvider) })),
      detailsAsked: Object.fromEntries(
        request.dataTypes.map(({ type, fields }) => [type, detailsOf(fields.map(({ name }) => name)).length]),
      ),
    });
}
