import { useQuery } from '@tanstack/react-query';
import { type AnyRoute, createRoute } from '@tanstack/react-router';
import { ArrowLeftRight, Eraser, FileCheck, MessageCircleQuestionMark, Table } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { mayAct } from '#domain';
import { openConsole } from '../../console/open-console.tsx';
import { askWhoOperates, operatorKey } from '../../console/operator.tsx';
import { lazyPage } from '../../design/lazy-page.tsx';
import { fromFiles } from '../../language/catalogues.ts';
import { useOverdueWorry } from './erasures/use-overdue-worry.tsx';

function useWays() {
  const t = useTranslations('dataUser.ways');
  const { data: operator } = useQuery({ queryKey: operatorKey, queryFn: askWhoOperates });
  // Records are a person's: a viewer looks after the node, not into them.
  const maySeeRecords = operator !== undefined && operator !== null && mayAct(operator.may, 'operator');
  return [
    ...(maySeeRecords ? [{ to: '/ask', icon: MessageCircleQuestionMark, text: t('ask') }] : []),
    { to: '/consents', icon: FileCheck, text: t('consents') },
    { to: '/data-sessions', icon: ArrowLeftRight, text: t('dataSessions') },
    ...(maySeeRecords ? [{ to: '/records', icon: Table, text: t('records') }] : []),
    { to: '/erasures', icon: Eraser, text: t('erasures') },
  ];
}

const routes = (root: AnyRoute) => [
  createRoute({
    getParentRoute: () => root,
    path: '/ask',
    component: lazyPage(() => import('./ask/ask-page.tsx'), 'AskPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/consents',
    component: lazyPage(() => import('./consents/consents-page.tsx'), 'ConsentsPage'),
  }),
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
    path: '/records',
    component: lazyPage(() => import('./records/records-page.tsx'), 'RecordsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/erasures',
    component: lazyPage(() => import('./erasures/erasures-page.tsx'), 'ErasuresPage'),
  }),
];

openConsole({ useWays, routes, useWorries: useOverdueWorry, load: fromFiles(import.meta.glob('./messages/*.json')) });
