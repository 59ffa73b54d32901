/** What is listed at most: a bound on memory, not on what there is. */
export const mostListed = 10_000;
const pageSize = 200;

export interface Page<T> {
  readonly items: readonly T[];
  /** What to ask the next page with; null where there is none. */
  readonly next: string | null;
}

export interface Listed<T> {
  readonly items: readonly T[];
  /** There are older ones, which were left out. */
  readonly more: boolean;
}

/**
 * Asks for page after page, until there is no other or enough has come.
 *
 * @param fetchPage a page may hold fewer than its limit and yet be followed by another
 */
export async function listPages<T>(
  most: number,
  fetchPage: (limit: number, after: string | undefined) => Promise<Page<T>>,
): Promise<Listed<T>> {
  const items: T[] = [];
  let next: string | null | undefined;
  do {
    const page = await fetchPage(Math.min(pageSize, most), next ?? undefined);
    items.push(...page.items);
    next = page.next;
  } while (next !== null && items.length < most);
  return { items: items.slice(0, most), more: next !== null || items.length > most };
}
