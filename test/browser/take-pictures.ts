import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepareFacts } from './facts.ts';
import type { VisitedSet } from './page-set.ts';
import { pagesIn, pictureSeries } from './picture-series.ts';
import type { Stage } from './stage.ts';
import { visitSet } from './visit-pages.ts';

/** Writes `<set>-<page>-<series>.png` of the pages of each series. @returns how many */
export async function takePictures(stage: Stage, sets: readonly VisitedSet[], folder: string): Promise<number> {
  const facts = await prepareFacts(stage);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let taken = 0;
  for (const series of pictureSeries) {
    const { name, look } = series;
    for (const set of sets) {
      const pages = pagesIn(series, set);
      if (pages.length === 0) continue;
      await visitSet(stage, { ...set, pages }, facts, look.language, [look], async (page, where) => {
        await page.evaluate('scrollTo(0, 0)');
        await page.screenshot({ path: join(folder, `${set.name}-${where.page}-${name}.png`), animations: 'disabled' });
        taken += 1;
      });
    }
  }
  return taken;
}
