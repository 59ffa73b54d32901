import type { Page } from 'playwright-core';
import type { Journey } from './journey.ts';
import { Words } from './languages.ts';
import type { Stage } from './stage.ts';

const pages = ['consent-manager/app', 'console', 'data-user-gateway/console', 'data-provider-adapter/console'];

/** As a newcomer plays it: by what the page says, each part in the tab that it opens. */
async function playTour(stage: Stage, language: string): Promise<void> {
  const { context, watch, page } = await stage.openContext(`tour ${language}`, {
    language,
    width: 1280,
    theme: 'light',
  });
  const words = new Words(language, 'tour', ...pages);
  const press = (on: Page, path: string) => on.getByRole('button', { name: words.get(path), exact: true }).click();
  const isAt = (step: string) => page.locator('[aria-current=step]').getByText(words.get(`tour.steps.${step}.about`));
  const open = async (step: string, part: 'person' | 'lender' | 'bank') => {
    await isAt(step).waitFor();
    const opened = context.waitForEvent('page');
    await page.getByRole('link', { name: words.get(`tour.open.${part}`), exact: true }).click();
    const tab = await opened;
    await watch.settle(tab);
    return tab;
  };
  try {
    await page.goto(stage.demo.tour);
    await isAt('ask').waitFor();
    await press(page, 'tour.acts.ask');

    const deciding = await open('decide', 'person');
    await deciding
      .getByRole('link', { name: /Fairlend/ })
      .first()
      .click();
    await deciding.getByLabel(words.get('person.request.range'), { exact: true }).selectOption({ index: 1 });
    await press(deciding, 'person.request.approve');
    await press(deciding, 'person.request.approveAct');

    await isAt('fetch').waitFor();
    await press(page, 'tour.acts.fetch');
    const reading = await open('read', 'lender');
    await press(reading, 'dataUser.records.show');
    await reading.getByRole('table').waitFor();
    const lookingBack = await open('given', 'bank');
    await lookingBack.getByRole('table').getByRole('link').first().click();
    await lookingBack.getByRole('heading', { name: words.get('provider.dataSessions.storyTitle') }).waitFor();

    const withdrawing = await open('withdraw', 'person');
    await withdrawing
      .getByRole('link', { name: /Fairlend/ })
      .first()
      .click();
    await press(withdrawing, 'person.consent.revoke');
    await press(withdrawing, 'person.consent.revokeAct');

    await isAt('refused').waitFor();
    await press(page, 'tour.acts.fetchAgain');
    await open('timeline', 'person');
    await page.getByText(words.get('tour.end'), { exact: true }).waitFor();
    for (const place of ['manager', 'bank', 'hospital', 'lender', 'clinic', 'network']) {
      const opened = context.waitForEvent('page');
      await page.getByRole('link', { name: words.get(`tour.around.places.${place}.about`) }).click();
      await (await opened).getByRole('heading', { name: words.get('console.overview.title') }).waitFor();
    }
  } finally {
    await watch.readAll();
    await context.close();
  }
}

/** One after the other: both are Asha, asked by the lender. */
async function playTours(stage: Stage): Promise<void> {
  for (const language of ['en', 'ar']) await playTour(stage, language);
}

export const tourJourneys: readonly Journey[] = [
  { name: 'A newcomer plays the tour, in English and in Arabic', play: playTours },
];
