import { useFormatter, useTranslations } from 'use-intl';
import { Card } from '../../../design/card.tsx';
import { Facts } from '../../../design/facts.tsx';
import { lengthWords } from '../words/terms-words.ts';
import type { RequestDetail } from './request-queries.ts';

/** What becomes of the data after a yes. */
export function WhatFollows({ request }: { readonly request: RequestDetail }) {
  const t = useTranslations('person.request');
  const format = useFormatter();
  const { afterApproval, dataUser, terms } = request;
  const life = lengthWords(format, afterApproval.keptFor);
  const filters = terms.dataFilter.map(({ field, operator, value }) => `${field} ${operator} ${value}`);
  return (
    <Card className="order-2 space-y-4">
      <h2 className="text-lg font-semibold">{t('after')}</h2>
      <Facts
        facts={[
          { name: t('afterUse'), value: t('afterMode', { mode: afterApproval.consentMode, who: dataUser.name, life }) },
          { name: t('afterFetch'), value: t('afterFetchAbout') },
          {
            name: t('afterWithdraw'),
            value: t(afterApproval.erasedOnRevocation ? 'afterErased' : 'afterKept', { who: dataUser.name, life }),
          },
          ...(filters.length === 0 ? [] : [{ name: t('onlyWhere'), value: <bdi>{format.list(filters)}</bdi> }]),
        ]}
      />
    </Card>
  );
}
