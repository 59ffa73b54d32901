import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Findings } from './finding.ts';

/** WCAG 2.2, levels A and AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** In place of the half a megabyte of rules that a page has already. */
const nothingMore = 'void 0';

/** The theme may just have been turned: colours are those of neither while one goes over into the other. */
const stoodStill = `new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame))).then(() =>
  Promise.allSettled(
    document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime < 1e6).map((one) => one.finished)))`;

/** Judges a page as it stands: what keeps people out, and whether it has to be moved sideways to be read. */
export async function checkPage(page: Page, where: string, findings: Findings): Promise<void> {
  await page.evaluate(stoodStill);
  const hasRules = await page.evaluate<boolean>("typeof axe === 'object'");
  const { violations } = await new AxeBuilder(hasRules ? { page, axeSource: nothingMore } : { page })
    .setLegacyMode()
    .withTags(rules)
    .options({ resultTypes: ['violations'] })
    .analyze();
  for (const { id, help, nodes } of violations) {
    findings.add('axe', where, `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
  }
  const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  if (beyond > 0) findings.add('failure', where, `${beyond} pixels wider than the window`);
}
