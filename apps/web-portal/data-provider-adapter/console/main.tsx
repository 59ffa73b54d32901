import { type AnyRoute, createRoute } from '@tanstack/react-router';
import { ArrowLeftRight, Ban, Database, FileJson } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { openConsole } from '../../console/open-console.tsx';
import { lazyPage } from '../../design/lazy-page.tsx';
import { fromFiles } from '../../language/catalogues.ts';
import { useSourceWorry } from './record-sources/use-source-worry.tsx';

function useWays() {
  const t = useTranslations('provider.ways');
  return [
    { to: '/data-sessions', icon: ArrowLeftRight, text: t('dataSessions') },
    { to: '/refusals', icon: Ban, text: t('refusals') },
    { to: '/record-sources', icon: Database, text: t('recordSources') },
    { to: '/data-types', icon: FileJson, text: t('dataTypes') },
  ];
}

const routes = (root: AnyRoute) => [
  createRoute({
    getParentRoute: () => root,
    path: '/data-sessions',
    component: lazyPage(() => import('./data-sessions/data-sessions-page.tsx'), 'DataSessionsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/data-sessions/$id',
    component: lazyPage(() => import('./data-sessions/story-page.tsx'), 'StoryPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/refusals',
    component: lazyPage(() => import('./refusals/refusals-page.tsx'), 'RefusalsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/record-sources',
    component: lazyPage(() => import('./record-sources/record-sources-page.tsx'), 'RecordSourcesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/data-types',
    component: lazyPage(() => import('./data-types/data-types-page.tsx'), 'DataTypesPage'),
  }),
];

openConsole({ useWays, routes, useWorries: useSourceWorry, load: fromFiles(import.meta.glob('./messages/*.json')) });
