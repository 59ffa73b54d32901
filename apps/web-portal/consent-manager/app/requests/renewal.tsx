import { Link } from '@tanstack/react-router';
import { Check, Minus, Plus, Shuffle } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Badge } from '../../../design/badge.tsx';
import { Card } from '../../../design/card.tsx';
import { Notice } from '../../../design/notice.tsx';
import { When } from '../../../design/when.tsx';
import { useProviderName } from '../accounts/account-queries.ts';
import { type RenewalPart, renewalParts } from './renewal-parts.ts';
import type { RequestDetail } from './request-queries.ts';

const groups = [
  { change: 'more', tone: 'warn', Icon: Plus },
  { change: 'other', tone: 'warn', Icon: Shuffle },
  { change: 'less', tone: 'good', Icon: Minus },
  { change: 'same', tone: 'neutral', Icon: Check },
] as const;

/** What is asked beside what she gave the same data user before: before anything else is read. */
export function Renewal({ request }: { readonly request: RequestDetail }) {
  const t = useTranslations('person');
  const format = useFormatter();
  const providerOf = useProviderName();
  const { renews, dataUser } = request;
  if (renews === null) return null;
  const parts = renewalParts(t, format, request, renews, providerOf);
  const asksMore = renews.changes.some(({ change }) => change === 'more' || change === 'other');
  return (
    <Card className="space-y-4">
      <div className="space-y-1">
        <h2 className="text-lg font-semibold">{t('renewal.title', { who: dataUser.name })}</h2>
        <p>
          {t.rich('renewal.about', {
            who: dataUser.name,
            when: () => <When at={renews.approvedAt} show="day" />,
            former: (text) => (
              <Link to="/consents/$id" params={{ id: renews.consentId }} className="text-accent underline">
                {text}
              </Link>
            ),
          })}
        </p>
      </div>
      <Notice kind={asksMore ? 'warn' : 'good'} title={t(asksMore ? 'renewal.asksMore' : 'renewal.asksNoMore')} />
      {groups.map(({ change, tone, Icon }) => (
        <section key={change} className={parts[change].length === 0 ? 'hidden' : 'space-y-2'}>
          <h3>
            <Badge tone={tone}>
              <Icon aria-hidden="true" className="size-4" />
              {t(`renewal.${change}`)}
            </Badge>
          </h3>
          {change === 'same' ? <Names parts={parts.same} /> : <Parts parts={parts[change]} />}
        </section>
      ))}
    </Card>
  );
}

function Parts({ parts }: { readonly parts: readonly RenewalPart[] }) {
  return (
    <dl className="space-y-2">
      {parts.map(({ name, value }) => (
        <div key={name}>
          <dt className="font-medium">{name}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What stays is named, no more: it stands below as it is asked. */
function Names({ parts }: { readonly parts: readonly RenewalPart[] }) {
  const format = useFormatter();
  return <p className="text-soft">{format.list(parts.map(({ name }) => name))}</p>;
}
