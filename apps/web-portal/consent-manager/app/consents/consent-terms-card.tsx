import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { Card } from '../../../design/card.tsx';
import { Facts } from '../../../design/facts.tsx';
import { When } from '../../../design/when.tsx';
import { ByChoice } from '../choices/by-choice.tsx';
import { useDataWords } from '../words/data-words.ts';
import { detailsOf } from '../words/details.ts';
import { useLimitsFacts } from '../words/limits-facts.tsx';
import type { ConsentDetail } from './consent-queries.ts';

/** What she allowed, and how she said so. */
export function ConsentTermsCard({ consent }: { readonly consent: ConsentDetail }) {
  const t = useTranslations('person.consent');
  const words = useDataWords();
  const format = useFormatter();
  const limits = useLimitsFacts(consent.terms);
  const { terms, purpose, narrowedFrom, approvedAt, evidence, counterparts, decidedBy, renews, renewedBy } = consent;
  const providers = counterparts.filter(({ role }) => role === 'data-provider').map(({ participant }) => participant);
  return (
    <Card className="space-y-4">
      <h2 className="text-lg font-semibold">{t('terms')}</h2>
      <Facts
        facts={[
          { name: t('purpose'), value: words.purposeTitle(purpose.code, purpose.title) },
          {
            name: t('data'),
            value: (
              <ul>
                {terms.dataTypes.map(({ type, fields }) => (
                  <li key={type}>
                    {fields === undefined
                      ? words.typeTitle(type)
                      : t('part', { title: words.typeTitle(type), count: detailsOf(fields).length })}
                  </li>
                ))}
              </ul>
            ),
          },
          { name: t('from'), value: format.list(providers.map(({ name }) => name)) },
          ...limits,
          { name: t('approvedAt'), value: <When at={approvedAt} /> },
          {
            name: t('method'),
            value: (
              <>
                <p>{t(`methods.${evidence.method}`)}</p>
                {decidedBy !== null && <ByChoice choice={decidedBy} />}
              </>
            ),
          },
          ...(renews === null ? [] : [{ name: t('renews'), value: <OtherConsent consent={renews} /> }]),
          ...(renewedBy === null ? [] : [{ name: t('renewedBy'), value: <OtherConsent consent={renewedBy} /> }]),
          ...(narrowedFrom.length === 0
            ? []
            : [
                {
                  name: t('less'),
                  value: t('lessAbout', {
                    terms: format.list(narrowedFrom.map(({ term }) => t(`lessTerms.${term as 'dataTypes'}`))),
                  }),
                },
              ]),
        ]}
      />
    </Card>
  );
}

function OtherConsent({ consent: { id, approvedAt } }: { readonly consent: NonNullable<ConsentDetail['renews']> }) {
  const t = useTranslations('person.consent');
  return (
    <Link to="/consents/$id" params={{ id }} className="text-accent underline">
      {t.rich('otherConsent', { when: () => <When at={approvedAt} /> })}
    </Link>
  );
}
