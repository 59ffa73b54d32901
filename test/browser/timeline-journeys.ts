import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { stepTo } from './by-keyboard.ts';
import { asPerson } from './demo-session.ts';
import type { Journey } from './journey.ts';
import { PersonAtBrowser } from './person-at-browser.ts';
import type { Stage } from './stage.ts';

/** An entry as the page shows it: the time, then the sentence; some quote beneath it what a role wrote. */
const sentencesIn = (entries: Locator) => entries.locator('p:not([lang])').allTextContents();

async function lookBack(stage: Stage, language: string): Promise<void> {
  const person = await PersonAtBrowser.sitDownAs(asPerson, stage, `timeline ${language}`, language);
  const { page, say } = person;
  const entries = page.getByRole('region').getByRole('listitem');
  /** @returns what is left once this sentence is gone */
  const choose = async (field: string, label: string, gone: string) => {
    await person.field(field).selectOption({ label });
    await entries.getByText(gone, { exact: true }).first().waitFor({ state: 'detached' });
    await entries.first().waitFor();
    return sentencesIn(entries);
  };
  try {
    await person.goTo('timeline');
    await entries.first().waitFor();
    const told = await person.call<{ entries: { kind: string; text: string }[] }>('GET', '/me/timeline?limit=50');
    const all = await sentencesIn(entries);
    assert.equal(all.length, told.entries.length);
    for (const sentence of all) assert.match(sentence, /^[^{}]+[.؟!»”]?$/);
    // The role writes English: a reader of another language never meets it.
    const asWritten = new Set(told.entries.map(({ text }) => text));
    if (language !== 'en')
      assert.deepEqual(
        all.filter((sentence) => asWritten.has(sentence)),
        [],
      );

    const ofLender = all.find((sentence) => sentence.includes('Fairlend')) ?? '';
    const ofClinic = await choose('person.timeline.filterWho', 'Riverside Clinic', ofLender);
    assert.deepEqual(
      ofClinic.filter((sentence) => !sentence.includes('Riverside Clinic')),
      [],
    );
    await person.field('person.timeline.filterWho').selectOption({ index: 0 });
    await entries.getByText(ofLender, { exact: true }).first().waitFor();
    const asked = all[told.entries.findIndex(({ kind }) => kind === 'consent-request.received')] ?? '';
    const erasures = await choose('person.timeline.filterKind', say('person.timeline.groups.erasure'), asked);
    const count = told.entries.filter(({ kind }) => /\.eras/.test(kind)).length;
    assert.equal(erasures.length, count);

    const clinic = page.getByRole('button', { name: 'Riverside Clinic' });
    await stepTo(page, clinic);
    await page.keyboard.press('Space');
    await page.locator('[aria-pressed=true]', { hasText: 'Riverside Clinic' }).waitFor();
    const holdings = page.locator('ul[aria-live=polite]');
    await holdings.getByText('Riverside Clinic').first().waitFor();
    await holdings.getByText('Harbour Bank').waitFor({ state: 'detached' });
    await person.judge();
  } finally {
    await person.getUp();
  }
}

export const timelineJourneys: readonly Journey[] = [
  {
    name: 'She looks back: every entry is a sentence, filters leave the rest out, and the picture answers to keys',
    languages: ['en', 'ar'],
    play: lookBack,
  },
];
