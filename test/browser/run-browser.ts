import { demoMembers } from '../../apps/network-node/demo/demo-network.ts';
import type { CleanUp } from '../../apps/network-node/terminal/clean-up.ts';
import { readCanaries } from './canaries.ts';
import { startDemo } from './demo-process.ts';
import { prepareFacts } from './facts.ts';
import { type Finding, Findings } from './finding.ts';
import { type Journey, playJourneys } from './journey.ts';
import { languages } from './languages.ts';
import { openChromium } from './open-chromium.ts';
import type { VisitedSet } from './page-set.ts';
import { Stage } from './stage.ts';
import { type Thoroughness, themes, visitAll, widths } from './visit-pages.ts';

/** What was visited and played, and what was found: the last three have to be 0. */
export interface BrowserRun {
  readonly pages: number;
  readonly widths: number;
  readonly themes: number;
  readonly languages: number;
  readonly journeys: number;
  readonly axeViolations: number;
  readonly cspViolations: number;
  readonly failures: number;
}

/** A demo network and a browser that looks at it. */
export async function setBrowserStage(
  home: string,
  cleanUp: CleanUp,
  tell: (line: string) => void,
  found: (finding: Finding) => void,
): Promise<Stage> {
  const browser = await openChromium(cleanUp);
  const demo = await startDemo(home, cleanUp);
  tell('the demo network is up');
  const { demoFolder } = demo.here;
  const { seed } = demo.here.demoState();
  const names = demoMembers(demoFolder, seed).flatMap(({ id, title }) => [id, title]);
  const { canaries, count } = await readCanaries(demoFolder, seed, names);
  tell(`${count} values of records to look out for`);
  return new Stage(demo, browser, new Findings(found), canaries, cleanUp);
}

/** Visits every page and plays every journey. */
export async function runBrowser(
  stage: Stage,
  { sets, journeys }: { readonly sets: readonly VisitedSet[]; readonly journeys: readonly Journey[] },
  thoroughness: Thoroughness,
  tell: (line: string) => void,
): Promise<BrowserRun> {
  // It comes about while the first pages are looked at.
  if (sets.some(({ isAgain }) => isAgain)) stage.troubled().catch(() => undefined);
  const facts = await prepareFacts(stage);
  const pages = await visitAll(stage, sets, facts, languages, thoroughness, tell);
  tell(`${pages} pages visited in ${languages.length} languages, ${themes.length} themes and ${widths.length} widths`);
  const played = await playJourneys(stage, journeys, tell);
  const { findings } = stage;
  return {
    pages,
    widths: widths.length,
    themes: themes.length,
    languages: languages.length,
    journeys: played,
    axeViolations: findings.count('axe'),
    cspViolations: findings.count('csp'),
    failures: findings.count('failure'),
  };
}
