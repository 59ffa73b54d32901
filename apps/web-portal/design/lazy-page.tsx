import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { useTranslations } from 'use-intl';
import { Problem } from '../api/problem.ts';
import { Loading } from './loading.tsx';
import { Page } from './page.tsx';
import { ProblemNotice } from './problem-notice.tsx';

type Found<Name extends string> = () => Promise<Readonly<Record<Name, ComponentType>>>;

/**
 * A page whose code comes when the page is first wanted. Where it does not come, that is told in its place. The document
 * is never loaded anew but by her: without a network the browser would have nothing to show, and what is gone for good
 * would be asked for again and again.
 */
export function lazyPage<Name extends string>(find: Found<Name>, name: Name) {
  let Code: ComponentType | undefined;
  const load = async () => {
    Code ??= (await find().catch(explain))[name];
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

const ignore = () => undefined;

/** A browser does not say why code did not come. Where the pages themselves do, theirs is gone: newer ones took their place. */
async function explain(): Promise<never> {
  // biome-ignore lint/style/noRestrictedGlobals: a page's own origin
  const isThere = await fetch(import.meta.env.BASE_URL, { cache: 'no-store' }).then(({ ok }) => ok, ignore);
  throw isThere === true ? new Problem('pages-renewed', 404) : new Problem('unreachable', 0);
}

function NotLoaded({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const t = useTranslations('common');
  const isRenewed = error instanceof Problem && error.code === 'pages-renewed';
  return (
    <Page title={t('notLoaded')}>
      {isRenewed ? (
        <ProblemNotice error={error} onRetry={() => location.reload()} retry={t('reload')} />
      ) : (
        <ProblemNotice error={error} onRetry={onRetry} />
      )}
    </Page>
  );
}
