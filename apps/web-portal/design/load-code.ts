import { Problem } from '../api/problem.ts';

/**
 * Code that comes when it is first wanted.
 *
 * @throws Problem `unreachable` where it did not come, `pages-renewed` where it is there no more
 */
export async function loadCode<T>(find: () => Promise<T>): Promise<T> {
  return find().catch(explain);
}

/** A browser does not say why code did not come. Where the pages themselves do, theirs is gone: newer ones took their place. */
async function explain(): Promise<never> {
  // biome-ignore lint/style/noRestrictedGlobals: a page's own origin
  const pages = await fetch(import.meta.env.BASE_URL, { cache: 'no-store' }).catch(() => undefined);
  throw pages?.ok === true ? new Problem('pages-renewed', 404) : new Problem('unreachable', 0);
}
