import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { openPages } from '../../design/open-pages.tsx';
import { Shell } from '../../design/shell.tsx';
import { fromFiles } from '../../language/catalogues.ts';
import { RequestsPage } from './requests-page.tsx';

function PersonShell() {
  const t = useTranslations('person');
  return (
    <Shell name="Assent" pages={[{ to: '/', icon: Inbox, text: t('requests') }]}>
      <Outlet />
    </Shell>
  );
}

const root = createRootRoute({ component: PersonShell });
const requests = createRoute({ getParentRoute: () => root, path: '/', component: RequestsPage });
const router = createRouter({ routeTree: root.addChildren([requests]), basepath: import.meta.env.BASE_URL });

openPages(router, fromFiles(import.meta.glob('./messages/*.json')));
