import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { lazyPage } from '../../design/lazy-page.tsx';
import { NotFoundPage } from '../../design/not-found-page.tsx';
import { openPages } from '../../design/open-pages.tsx';
import { fromFiles } from '../../language/catalogues.ts';
import { enterDemo } from '../../session/enter-demo.ts';
import { api } from './api.ts';
import { PersonPages } from './person-pages.tsx';
import { RequestsPage } from './requests/requests-page.tsx';

const root = createRootRoute({ component: PersonPages, notFoundComponent: NotFoundPage });
const getParentRoute = () => root;

const routes = root.addChildren([
  createRoute({ getParentRoute, path: '/', component: RequestsPage }),
  createRoute({
    getParentRoute,
    path: '/requests/$handle',
    component: lazyPage(() => import('./requests/request-page.tsx'), 'RequestPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/consents',
    component: lazyPage(() => import('./consents/consents-page.tsx'), 'ConsentsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/consents/$id',
    component: lazyPage(() => import('./consents/consent-page.tsx'), 'ConsentPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/receipts',
    component: lazyPage(() => import('./receipts/check-file-page.tsx'), 'CheckFilePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/timeline',
    component: lazyPage(() => import('./timeline/timeline-page.tsx'), 'TimelinePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/accounts',
    component: lazyPage(() => import('./accounts/accounts-page.tsx'), 'AccountsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/rules',
    component: lazyPage(() => import('./choices/choices-page.tsx'), 'ChoicesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/security',
    component: lazyPage(() => import('./security/security-page.tsx'), 'SecurityPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/notifications',
    component: lazyPage(() => import('./notifications/notifications-page.tsx'), 'NotificationsPage'),
  }),
]);

await enterDemo(
  async () => (await api.GET('/me')).response.ok,
  () => api.POST('/sign-in/demo'),
);
openPages(
  createRouter({ routeTree: routes, basepath: import.meta.env.BASE_URL, scrollRestoration: true }),
  fromFiles(import.meta.glob('./messages/*.json')),
);
