import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { openPages } from '../design/open-pages.tsx';
import { Shell } from '../design/shell.tsx';
import { fromFiles } from '../language/catalogues.ts';
import { TourPage } from './tour-page.tsx';

const root = createRootRoute({
  component: () => (
    <Shell name="Assent" pages={[]}>
      <Outlet />
    </Shell>
  ),
});
const tour = createRoute({ getParentRoute: () => root, path: '/', component: TourPage });

openPages(
  createRouter({ routeTree: root.addChildren([tour]), basepath: import.meta.env.BASE_URL }),
  fromFiles(import.meta.glob('./messages/*.json')),
);
