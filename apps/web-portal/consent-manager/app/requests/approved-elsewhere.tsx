import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Loading } from '../../../design/loading.tsx';
import { Notice } from '../../../design/notice.tsx';
import { consentQuery } from '../consents/consent-queries.ts';
import type { RequestDetail } from './request-queries.ts';
import { useAllowSentence } from './use-allow-sentence.ts';

interface ApprovedElsewhereProps {
  readonly request: RequestDetail;
  readonly consentId: string;
}

/** What stood on the screen was not approved: something else was, and these are its terms. */
export function ApprovedElsewhere({ request, consentId }: ApprovedElsewhereProps) {
  const t = useTranslations('person.request');
  const sentenceOf = useAllowSentence(request);
  const consent = useQuery(consentQuery(consentId));
  const place = useRef<HTMLDivElement>(null);
  // She may have read further down: it must come before her, wherever she is on the page.
  useEffect(() => place.current?.focus(), []);
  const answering = request.accounts.filter(({ id }) => consent.data?.evidence.accounts.includes(id));
  return (
    <div ref={place} tabIndex={-1} className="scroll-mt-24">
      <Notice kind="bad" title={t('approvedElsewhere')}>
        <p>{t('approvedElsewhereAbout')}</p>
        {consent.isPending && <Loading />}
        {consent.data !== undefined && <p className="mt-2">{sentenceOf(consent.data.terms, answering)}</p>}
      </Notice>
    </div>
  );
}
