import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { useTranslations } from 'use-intl';
import { loadCode } from './load-code.ts';
import { Loading } from './loading.tsx';
import { Page } from './page.tsx';
import { ProblemNotice } from './problem-notice.tsx';

type Find<Name extends string> = () => Promise<Readonly<Record<Name, ComponentType>>>;

const ignore = () => undefined;

/**
 * A page whose code comes when the page is first wanted. Where it does not come, that is told in its place. The document
 * is never loaded anew but by her: without a network the browser would have nothing to show, and what is gone for good
 * would be asked for again and again.
 */
export function lazyPage<Name extends string>(find: Find<Name>, name: Name) {
  let Code: ComponentType | undefined;
  const load = async () => {
    Code ??= (await loadCode(find))[name];
    return name;
  };
  function LazyPage() {
    const query = {
      queryKey: ['page-code', name],
      queryFn: load,
      enabled: Code === undefined,
      retry: false,
      gcTime: 0,
    };
    const { isPending, isError, error, refetch } = useQuery(query);
    if (Code !== undefined) return <Code />;
    if (isError) return <NotLoaded error={error} onRetry={() => void refetch()} />;
    return isPending && <Loading />;
  }
  // The page before stands until this one is there. Whether it came, the page itself finds out.
  return Object.assign(LazyPage, { preload: () => load().then(ignore, ignore) });
}

function NotLoaded({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const t = useTranslations('common');
  return (
    <Page title={t('notLoaded')}>
      <ProblemNotice error={error} onRetry={onRetry} />
    </Page>
  );
}
