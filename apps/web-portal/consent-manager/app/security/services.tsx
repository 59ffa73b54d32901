import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { buttonLook } from '../../../design/button.tsx';
import { ProblemNotice } from '../../../design/problem-notice.tsx';
import { Section } from '../../../design/section.tsx';
import { When } from '../../../design/when.tsx';
import { beginAt, type LinkedService, linkedServicesQuery, waysQuery } from '../openid/service-queries.ts';
import { RemoveService } from './remove-service.tsx';

/** The services that sign her in, and those that could; nothing where the settings name none and she has none. */
export function Services() {
  const t = useTranslations('person.services');
  const linked = useQuery(linkedServicesQuery);
  const ways = useQuery(waysQuery);
  const services = linked.data?.identities ?? [];
  const others = (ways.data?.openid ?? []).filter(({ title }) => !services.some((one) => one.title === title));
  if (linked.isError) return <ProblemNotice error={linked.error} onRetry={() => void linked.refetch()} />;
  if (services.length + others.length === 0) return null;
  return (
    <Section title={t('title')}>
      <p className="text-soft">{t('about')}</p>
      <ul className="space-y-3">
        {services.map((service) => (
          <OneService key={service.id} service={service} />
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        {others.map((service) => (
          <a key={service.id} href={beginAt(service)} className={buttonLook('quiet')}>
            <ExternalLink aria-hidden="true" className="size-5 rtl:-scale-x-100" />
            {t('add', { service: service.title })}
          </a>
        ))}
      </div>
    </Section>
  );
}

function OneService({ service }: { readonly service: LinkedService }) {
  const t = useTranslations('person.services');
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 rounded-xl border border-line bg-surface p-4 sm:p-5">
      <div className="min-w-0">
        <h3 className="font-semibold">{service.title}</h3>
        <p className="text-sm break-all text-soft">
          <bdi>{new URL(service.issuer).host}</bdi>
          {' · '}
          {t.rich('since', { when: () => <When at={service.linkedAt} show="day" /> })}
        </p>
      </div>
      <RemoveService service={service} />
    </li>
  );
}
