import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
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
    component: lazyRouteComponent(() => import('./requests/request-page.tsx'), 'RequestPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/consents',
    component: lazyRouteComponent(() => import('./consents/consents-page.tsx'), 'ConsentsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/consents/$id',
    component: lazyRouteComponent(() => import('./consents/consent-page.tsx'), 'ConsentPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/timeline',
    component: lazyRouteComponent(() => import('./timeline/timeline-page.tsx'), 'TimelinePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/accounts',
    component: lazyRouteComponent(() => import('./accounts/accounts-page.tsx'), 'AccountsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/rules',
    component: lazyRouteComponent(() => import('./choices/choices-page.tsx'), 'ChoicesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/security',
    component: lazyRouteComponent(() => import('./security/security-page.tsx'), 'SecurityPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/notifications',
    component: lazyRouteComponent(() => import('./notifications/notifications-page.tsx'), 'NotificationsPage'),
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
