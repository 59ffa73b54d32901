import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { askHer, giveConsent } from './asking.ts';
import type { Journey } from './journey.ts';
import { neighbour } from './neighbour.ts';
import { PersonAtBrowser } from './person-at-browser.ts';
import type { Stage } from './stage.ts';

async function comeByLink(stage: Stage, language: string): Promise<void> {
  const contact = neighbour(stage);
  const before = await PersonAtBrowser.arrive(stage, 'before the link', contact, language);
  const person = await PersonAtBrowser.sitDown(stage, 'a link to a page of hers', contact, language);
  try {
    await before.hasAccountsAt('bank');
    const { own } = await giveConsent(before, await askHer(stage, before, 'lender'));
    for (const place of ['', `consents/${own}`, 'timeline', 'accounts', 'rules', 'security']) {
      await person.goTo(place);
      await person.heading(person.say('person.signIn.title')).waitFor();
      assert.equal(await person.page.getByText('Fairlend').count(), 0);
    }
    await person.goTo(`consents/${own}`);
    await person.giveOneTimeCode();
    await person.heading(person.say('person.consent.title', { who: 'Fairlend' })).waitFor();
  } finally {
    await before.getUp();
    await person.getUp();
  }
}

async function loseTheNetwork(stage: Stage, language: string): Promise<void> {
  const person = await PersonAtBrowser.arrive(stage, 'without a network', neighbour(stage), language);
  const { page, say } = person;
  const dialog = page.getByRole('alertdialog');
  const unreachable = page.getByText(say('problems.unreachable'));
  try {
    await person.hasAccountsAt('bank');
    const { dataUser, id, handle } = await askHer(stage, person, 'lender');
    await person.goTo(`requests/${handle}`);
    await person.field('person.request.life').selectOption('P7D');
    await person.loseNetwork(true);
    await person.button('person.request.approve').click();
    await dialog.getByText(say('problems.unreachable')).waitFor();
    // What could not be made ready is not under way any more: there is nothing to sign, and it does not say to wait.
    const sign = dialog.getByRole('button').last();
    assert.deepEqual([await sign.isDisabled(), await sign.getAttribute('aria-busy')], [true, null]);
    await person.judge();
    await person.loseNetwork(false);
    await person.answerButton('problems.retry').click();
    await unreachable.waitFor({ state: 'detached' });
    await person.answerButton('person.request.approveAct').click();
    await person.heading(say('person.consent.title', { who: 'Fairlend' })).waitFor();
    const { consentId = '' } = await dataUser.asked(id, 20);
    assert.equal((await dataUser.consent(consentId)).terms.dataLife, 'P7D');
  } finally {
    await person.getUp();
  }
}

/** Marks the document as it stands: one that was loaded anew does not bear the mark. */
const mark = (page: Page) => page.evaluate("document.documentElement.dataset.mark = 'stays'");
const isMarked = (page: Page) => page.evaluate<boolean>("document.documentElement.dataset.mark === 'stays'");

async function openWithoutNetwork(stage: Stage, language: string): Promise<void> {
  const person = await PersonAtBrowser.arrive(stage, 'a page not there yet', neighbour(stage), language);
  const { page, say } = person;
  const notLoaded = person.heading(say('common.notLoaded'));
  const unreachable = page.getByText(say('problems.unreachable'));
  try {
    await person.goTo('');
    await mark(page);
    await person.loseNetwork(true);
    await person.link('person.nav.timeline').click();
    await notLoaded.waitFor();
    await unreachable.waitFor();
    await person.judge();
    await person.button('problems.retry').click();
    await person.settle();
    await unreachable.waitFor();
    // It comes by itself once there is a network, as what is on the pages does.
    await person.loseNetwork(false);
    await person.heading(say('person.timeline.title')).waitFor();

    await person.loseServer(true);
    await person.link('person.nav.accounts').click();
    await unreachable.waitFor();
    await person.loseServer(false);
    await person.button('problems.retry').click();
    await page.getByRole('heading', { name: say('person.accounts.title'), exact: true }).waitFor();
    assert.equal(await isMarked(page), true);
  } finally {
    await person.getUp();
  }
}

async function openAfterRenewal(stage: Stage, language: string): Promise<void> {
  const person = await PersonAtBrowser.arrive(stage, 'renewed pages', neighbour(stage), language);
  const { page, say } = person;
  const code = '**/assets/timeline-page-*.js';
  try {
    await person.goTo('');
    await mark(page);
    // As the role answers for what it does not serve any more.
    const gone = await page.request.get(`${stage.originOf('saathi')}/app/assets/timeline-page-gone.js`);
    await page.route(code, (route) => route.fulfill({ response: gone }));
    await person.link('person.nav.timeline').click();
    await page.getByText(say('problems.pages-renewed')).waitFor();
    await person.judge();
    assert.equal(await isMarked(page), true);
    // Not even where what is loaded anew lacks it as well.
    await person.button('common.reload').click();
    await page.waitForFunction("document.documentElement.dataset.mark !== 'stays'");
    await mark(page);
    await page.getByText(say('problems.pages-renewed')).waitFor();
    assert.equal(await isMarked(page), true);
    await page.unroute(code);
    await person.button('common.reload').click();
    await person.heading(say('person.timeline.title')).waitFor();
    assert.equal(await isMarked(page), false);
  } finally {
    await person.getUp();
  }
}

export const doorJourneys: readonly Journey[] = [
  { name: 'A link to a page of hers leads to the door, and behind it to that page', play: comeByLink },
  {
    name: 'The network fails her: she is told, tries again, and has lost nothing of what she chose',
    play: loseTheNetwork,
  },
  {
    name: 'A page whose code has not come yet says that there is no connection, and comes once there is one',
    languages: ['en', 'ar'],
    play: openWithoutNetwork,
  },
  {
    name: 'A page that newer ones took the place of offers to load them, and does so only then',
    play: openAfterRenewal,
  },
];
