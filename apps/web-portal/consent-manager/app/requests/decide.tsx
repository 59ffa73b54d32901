import { useTranslations } from 'use-intl';
import { isRefusal } from '#domain';
import { When } from '../../../design/when.tsx';
import { Approve } from './approve.tsx';
import { answeringAccounts, type Choices, canAllow, grantOf } from './choices.ts';
import { Reject } from './reject.tsx';
import type { RequestDetail } from './request-queries.ts';
import { useAllowSentence } from './use-allow-sentence.ts';

interface DecideProps {
  readonly request: RequestDetail;
  readonly chosen: Choices;
}

/** What she is about to allow, as it stands at this moment, and the two ways to answer. */
export function Decide({ request, chosen }: DecideProps) {
  const t = useTranslations('person');
  const sentenceOf = useAllowSentence(request);
  const grant = grantOf(request, chosen);
  const allowed = isRefusal(grant) || !canAllow(request, chosen) ? undefined : grant;
  return (
    <div className="contents lg:sticky lg:top-20 lg:block lg:space-y-4 lg:rounded-xl lg:border lg:border-line lg:bg-surface lg:p-6">
      <section className="order-1 space-y-4 rounded-xl border border-line bg-surface p-4 sm:p-6 lg:border-0 lg:p-0">
        <h2 className="text-lg font-semibold">{t('allow.title')}</h2>
        <p aria-live="polite" className="leading-relaxed">
          {allowed === undefined ? t('allow.nothing') : sentenceOf(allowed.terms, answeringAccounts(request, chosen))}
        </p>
        {allowed !== undefined && allowed.narrowedFrom.length > 0 && (
          <p className="text-sm text-good">{t('allow.less')}</p>
        )}
        <p className="text-sm text-soft">
          {t.rich('request.decideBy', { when: () => <When at={request.expiresAt} show="since" /> })}
        </p>
      </section>
      <div className="sticky bottom-14 z-10 order-3 -mx-4 grid grid-cols-2 gap-3 border-t border-line bg-surface px-4 py-3 md:bottom-0 md:-mx-8 md:px-8 lg:static lg:mx-0 lg:grid-cols-1 lg:border-0 lg:p-0">
        <Approve request={request} chosen={chosen} disabled={allowed === undefined} />
        <Reject request={request} />
      </div>
    </div>
  );
}
