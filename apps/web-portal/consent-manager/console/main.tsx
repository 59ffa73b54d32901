import { type AnyRoute, createRoute } from '@tanstack/react-router';
import { HeartPulse, Inbox } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { openConsole } from '../../console/open-console.tsx';
import { lazyPage } from '../../design/lazy-page.tsx';
import { fromFiles } from '../../language/catalogues.ts';

function useWays() {
  const t = useTranslations('manager.ways');
  return [
    { to: '/requests', icon: Inbox, text: t('requests') },
    { to: '/delivery-health', icon: HeartPulse, text: t('deliveryHealth') },
  ];
}

const routes = (root: AnyRoute) => [
  createRoute({
    getParentRoute: () => root,
    path: '/requests',
    component: lazyPage(() => import('./requests/requests-page.tsx'), 'RequestsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/delivery-health',
    component: lazyPage(() => import('./delivery-health/delivery-health-page.tsx'), 'DeliveryHealthPage'),
  }),
];

openConsole({ useWays, routes, load: fromFiles(import.meta.glob('./messages/*.json')) });
