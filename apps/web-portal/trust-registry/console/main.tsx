import { type AnyRoute, createRoute } from '@tanstack/react-router';
import { Building2, ListChecks, Waypoints } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { openConsole } from '../../console/open-console.tsx';
import { lazyPage } from '../../design/lazy-page.tsx';
import { fromFiles } from '../../language/catalogues.ts';

function useWays() {
  const t = useTranslations('registry.ways');
  return [
    { to: '/participants', icon: Building2, text: t('participants') },
    { to: '/trust-list', icon: ListChecks, text: t('trustList') },
    { to: '/flow', icon: Waypoints, text: t('flow') },
  ];
}

const routes = (root: AnyRoute) => [
  createRoute({
    getParentRoute: () => root,
    path: '/participants',
    component: lazyPage(() => import('./participants/participants-page.tsx'), 'ParticipantsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/trust-list',
    component: lazyPage(() => import('./trust-list/trust-list-page.tsx'), 'TrustListPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/flow',
    component: lazyPage(() => import('./flow/flow-page.tsx'), 'FlowPage'),
  }),
];

openConsole({ useWays, routes, load: fromFiles(import.meta.glob('./messages/*.json')), tellsEvents: false });
