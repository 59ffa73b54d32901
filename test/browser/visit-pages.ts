import type { Page } from 'playwright-core';
import { checkPage } from './check-page.ts';
import type { Facts } from './facts.ts';
import type { VisitedPage, VisitedSet } from './page-set.ts';
import type { Look, OpenContext, Stage } from './stage.ts';

export const widths = [360, 1280] as const;
export const themes = ['light', 'dark'] as const;

/** In every language all looks; or, where there is less time, all of them in one language and one in each other. */
export type Thoroughness = 'whole' | 'quick';

/** Hears of each page as it stands in one look. */
export type OnPage = (page: Page, where: VisitedWhere) => Promise<void>;

export interface VisitedWhere extends Look {
  readonly set: string;
  readonly page: string;
}

export const wordsOf = ({ set, page, language, theme, width }: VisitedWhere): string =>
  `${set}/${page} ${language} ${theme} ${width}`;

const allLooks = themes.flatMap((theme) => widths.map((width) => ({ theme, width })));

const fewLooks = [
  { theme: 'light', width: 360 },
  { theme: 'dark', width: 1280 },
] as const;

/** Opens every page of a set in one language, and turns it to each theme and width. */
export async function visitSet(
  stage: Stage,
  set: VisitedSet,
  facts: Facts,
  language: string,
  looks: readonly Omit<Look, 'language'>[],
  onPage: OnPage,
): Promise<void> {
  const [first = { theme: 'light', width: 1280 }] = looks;
  const origin = await set.originOf(stage);
  const out = await stage.openContext(`${set.name} ${language}`, { ...first, language });
  try {
    for (const isSignedOut of [true, false]) {
      if (!isSignedOut) await set.signIn?.(out, origin);
      for (const page of set.pages) {
        if ((page.isSignedOut ?? false) === isSignedOut) await visitPage(page);
      }
    }
  } finally {
    await out.watch.readAll();
    await out.context.close();
  }

  async function visitPage(visited: VisitedPage): Promise<void> {
    const { page, watch } = out;
    const path = typeof visited.at === 'string' ? visited.at : visited.at(facts);
    for (const [index, look] of looks.entries()) {
      const where = { set: set.name, page: visited.name, language, ...look };
      watch.where = wordsOf(where);
      await turn(out, look);
      try {
        if (index === 0) {
          await page.goto(`${origin}${set.path}${path}`);
          await watch.settle(page);
        }
        await onPage(page, where);
      } catch (error) {
        stage.findings.add('failure', watch.where, (error as Error).message.split('\n', 1)[0] ?? '');
      }
    }
  }
}

async function turn({ page }: OpenContext, { theme, width }: Omit<Look, 'language'>): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: width < 600 ? 780 : 860 });
}

/** Every page in every language; `checkPage` sees each. @returns how many pages there are */
export async function visitAll(
  stage: Stage,
  sets: readonly VisitedSet[],
  facts: Facts,
  languages: readonly string[],
  thoroughness: Thoroughness,
  tell: (line: string) => void,
): Promise<number> {
  const visits = languages.flatMap((language, nth) => {
    const looks = thoroughness === 'whole' || nth === 0 ? allLooks : allLooks.slice(nth % allLooks.length).slice(0, 1);
    const again = thoroughness === 'whole' ? allLooks : nth === 0 ? fewLooks : [];
    return sets.map((set) => ({ set, language, looks: set.isAgain ? again : looks }));
  });
  const open = visits.filter((visit) => visit.looks.length > 0);
  const lane = async () => {
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      await visitSet(stage, next.set, facts, next.language, next.looks, (page, where) =>
        checkPage(page, wordsOf(where), stage.findings),
      );
      tell(`${next.set.name} (${next.language})`);
    }
  };
  await Promise.all([lane(), lane()]);
  return sets.reduce((sum, { pages }) => sum + pages.length, 0);
}
