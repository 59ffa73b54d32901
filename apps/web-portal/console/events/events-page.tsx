import { useTranslations } from 'use-intl';
import { Page } from '../../design/page.tsx';
import { DeliveryLog } from './delivery-log.tsx';
import { UndeliveredEvents } from './undelivered-events.tsx';

export function EventsPage() {
  const t = useTranslations('console.events');
  return (
    <Page title={t('title')} about={t('about')}>
      <UndeliveredEvents />
      <DeliveryLog />
    </Page>
  );
}
