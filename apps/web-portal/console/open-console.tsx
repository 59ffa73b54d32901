import { type AnyRoute, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { lazyPage } from '../design/lazy-page.tsx';
import './chart-colours.css';
import { NotFoundPage } from '../design/not-found-page.tsx';
import { openPages } from '../design/open-pages.tsx';
import { fromFiles, type LoadMessages } from '../language/catalogues.ts';
import { enterDemo } from '../session/enter-demo.ts';
import { api } from './api.ts';
import { ConsoleShell, type ConsoleWays } from './console-shell.tsx';
import type { FindWorries } from './overview/own-worries.ts';
import { takeInvitation } from './sign-in/invitation-code.ts';

interface ConsoleParts {
  /** The ways to the role's own pages, between the overview and those that all consoles have. */
  readonly useWays: ConsoleWays;
  /** The role's own pages below `root`. */
  readonly routes: (root: AnyRoute) => readonly AnyRoute[];
  readonly load: LoadMessages;
  /** What only this role knows to worry about. */
  readonly useWorries?: FindWorries;
  /** Whether the role tells events: a registry does not. */
  readonly tellsEvents?: boolean;
}

const loadConsole = fromFiles(import.meta.glob('./messages/*.json'));

const noWorries: FindWorries = () => [];

/** Opens the pages of a role's operators: what all consoles share, and its own. */
export function openConsole({ useWays, routes, load, tellsEvents = true, useWorries = noWorries }: ConsoleParts): void {
  takeInvitation();
  const root = createRootRoute({
    component: () => <ConsoleShell useWays={useWays} tellsEvents={tellsEvents} useWorries={useWorries} />,
    notFoundComponent: NotFoundPage,
  });
  const at = (path: string, component: ReturnType<typeof lazyPage>) =>
    createRoute({ getParentRoute: () => root, path, component });
  const events = at(
    '/events',
    lazyPage(() => import('./events/events-page.tsx'), 'EventsPage'),
  );
  const shared = [
    at(
      '/',
      lazyPage(() => import('./overview/overview-page.tsx'), 'OverviewPage'),
    ),
    at(
      '/join',
      lazyPage(() => import('./sign-in/join-page.tsx'), 'JoinPage'),
    ),
    ...(tellsEvents ? [events] : []),
    at(
      '/keys',
      lazyPage(() => import('./keys/keys-page.tsx'), 'KeysPage'),
    ),
    at(
      '/trail',
      lazyPage(() => import('./trail/trail-page.tsx'), 'TrailPage'),
    ),
    at(
      '/access',
      lazyPage(() => import('./access/access-page.tsx'), 'AccessPage'),
    ),
    at(
      '/operators',
      lazyPage(() => import('./operators/operators-page.tsx'), 'OperatorsPage'),
    ),
  ];
  const routeTree = root.addChildren([...shared, ...routes(root)]);
  const open = () =>
    openPages(createRouter({ routeTree, basepath: import.meta.env.BASE_URL }), async (code) => {
      const [common, own] = await Promise.all([loadConsole(code), load(code)]);
      return { ...common, ...own };
    });
  void enterDemo(
    async () => (await api.GET('/operator/me')).response.ok,
    () => api.POST('/operator/demo-session', { body: { may: 'admin' } }),
  ).then(open);
}
