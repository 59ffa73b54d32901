import { describe, expect, it } from 'vitest';
import { listPages } from './list-pages.ts';

/** So many things in pages, of which a filter keeps some. */
function library(count: number, keeps: (n: number) => boolean = () => true) {
  const asked: number[] = [];
  const fetchPage = async (limit: number, after: string | undefined) => {
    asked.push(limit);
    const from = after === undefined ? 0 : Number(after) + 1;
    const page = Array.from({ length: Math.min(limit, count - from) }, (_, n) => from + n);
    const next = page.length === limit ? `${page.at(-1)}` : null;
    return { items: page.filter(keeps), next };
  };
  return { asked, fetchPage };
}

describe('a list', () => {
  it.each([
    ['nothing', 0, 10_000, 0, false, [200]],
    ['less than a page', 7, 10_000, 7, false, [200]],
    ['a whole page, and then nothing', 200, 10_000, 200, false, [200, 200]],
    ['several pages', 450, 10_000, 450, false, [200, 200, 200]],
    ['as many as wanted, where there are more', 450, 5, 5, true, [5]],
    ['as many as wanted, over several pages', 900, 300, 300, true, [200, 200]],
  ])('of %s', async (_what, count, most, comes, more, pages) => {
    const { asked, fetchPage } = library(count);
    const listed = await listPages(most, fetchPage);
    expect(listed.items).toEqual(Array.from({ length: comes }, (_, n) => n));
    expect(listed.more).toBe(more);
    expect(asked).toEqual(pages);
  });

  it('goes on past pages of which nothing is kept', async () => {
    const { fetchPage } = library(1000, (n) => n > 900);
    expect((await listPages(10_000, fetchPage)).items).toHaveLength(99);
  });
});
