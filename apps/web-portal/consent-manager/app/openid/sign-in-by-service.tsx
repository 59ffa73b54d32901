import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { buttonLook } from '../../../design/button.tsx';
import { beginAt, waysQuery } from './service-queries.ts';

/** By the services of the settings; nothing where there are none. */
export function SignInByService() {
  const t = useTranslations('person.services');
  const services = useQuery(waysQuery).data?.openid ?? [];
  if (services.length === 0) return null;
  return (
    <ul className="space-y-3">
      {services.map((service) => (
        <li key={service.id}>
          <a href={beginAt(service)} className={`w-full ${buttonLook('quiet')}`}>
            <ExternalLink aria-hidden="true" className="size-5 rtl:-scale-x-100" />
            {t('signIn', { service: service.title })}
          </a>
        </li>
      ))}
    </ul>
  );
}
