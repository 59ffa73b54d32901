import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { buttonLook } from '../../../design/button.tsx';
import { Card } from '../../../design/card.tsx';
import { Notice } from '../../../design/notice.tsx';
import { When } from '../../../design/when.tsx';
import { ByChoice } from '../choices/by-choice.tsx';
import { useDataWords } from '../words/data-words.ts';
import { LimitsFacts } from '../words/limits-facts.tsx';
import { rejectionWordsFor } from '../words/rejection-words.ts';
import { ApprovedElsewhere } from './approved-elsewhere.tsx';
import type { RequestDetail } from './request-queries.ts';
import { WhoAsks } from './who-asks.tsx';

interface DecidedProps {
  readonly request: RequestDetail;
  /** Whether it was decided while she had it before her, and not by what she did here. */
  readonly isElsewhere: boolean;
}

/** A request that was answered, or that nobody answered in time. */
export function Decided({ request, isElsewhere }: DecidedProps) {
  const t = useTranslations('person');
  const words = useDataWords();
  const { state, decidedAt, reason, consentId, decidedBy } = request;
  return (
    <>
      {isElsewhere && consentId !== null && <ApprovedElsewhere request={request} consentId={consentId} />}
      <Notice kind={state === 'APPROVED' ? 'good' : 'info'} title={t(`requests.states.${state}`)}>
        {decidedAt !== null && (
          <p>
            <When at={decidedAt} />
          </p>
        )}
        {decidedBy !== null && <ByChoice choice={decidedBy} />}
        {reason !== null && <p>{t('request.reasonGiven', { reason: rejectionWordsFor(t, reason) })}</p>}
        {consentId !== null && (
          <Link to="/consents/$id" params={{ id: consentId }} className={`mt-2 ${buttonLook('quiet')}`}>
            {t('request.toConsent')}
          </Link>
        )}
      </Notice>
      <WhoAsks request={request} />
      <Card className="space-y-4">
        <h2 className="text-lg font-semibold">{t('request.askedFor')}</h2>
        <ul className="list-disc ps-5">
          {request.dataTypes.map(({ type, title }) => (
            <li key={type}>{words.typeTitle(type, title)}</li>
          ))}
        </ul>
        <LimitsFacts terms={request.terms} />
      </Card>
    </>
  );
}
