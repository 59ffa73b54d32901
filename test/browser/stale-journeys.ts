import assert from 'node:assert/strict';
import { askHer } from './asking.ts';
import type { Journey } from './journey.ts';
import { neighbour } from './neighbour.ts';
import { PersonAtBrowser } from './person-at-browser.ts';
import type { Stage } from './stage.ts';

/** @param life for which copies may be kept by what was approved */
async function isToldOfOther({ page, say }: PersonAtBrowser, life: string): Promise<void> {
  const told = page.getByRole('alert').filter({ hasText: say('person.request.approvedElsewhere') });
  await told.getByText(say('person.request.approvedElsewhereAbout')).waitFor();
  await told.getByText(new RegExp(`Fairlend.*Current account.*${life}`)).waitFor();
}

async function decideElsewhere(stage: Stage, language: string): Promise<void> {
  const person = await PersonAtBrowser.arrive(stage, 'a page that is out of date', neighbour(stage), language);
  const { page } = person;
  const dialog = page.getByRole('alertdialog');
  try {
    await person.hasAccountsAt('bank');
    // The page hears of nothing: what it shows grows old.
    await page.route('**/me/changes', () => undefined);

    const first = await askHer(stage, person, 'lender');
    await person.goTo(`requests/${first.handle}`);
    await person.call('POST', `/me/consent-requests/${first.handle}/reject`, {});
    await person.button('person.request.approve').click();
    await dialog.getByText(person.say('problems.request-not-pending')).waitFor();
    await person.judge();
    await person.answerButton('common.cancel').click();
    await person.shows('person.requests.states.REJECTED');
    assert.equal((await first.dataUser.asked(first.id, 20)).state, 'REJECTED');

    const second = await askHer(stage, person, 'lender');
    await person.goTo(`requests/${second.handle}`);
    await person.button('person.request.approve').click();
    await dialog.getByText(/Fairlend/).waitFor();
    const narrowing = { dataLife: 'P7D' };
    await person.call('POST', `/me/consent-requests/${second.handle}/approve`, { narrowing });
    // What stands before her is not what was approved: she is told so, by which terms it was, and led to the consent.
    await person.answerButton('person.request.approveAct').click();
    await isToldOfOther(person, '7 days');
    await person.judge();
    await page.getByRole('link', { name: person.say('person.request.toConsent') }).click();
    await person.heading(person.say('person.consent.title', { who: 'Fairlend' })).waitFor();
    await person.shows('person.consent.lessAbout', { terms: person.say('person.consent.lessTerms.dataLife') });
    const { consents } = await person.call<{ consents: unknown[] }>('GET', '/me/consents');
    assert.equal(consents.length, 1);

    const third = await askHer(stage, person, 'clinic', {
      dataTypes: [{ type: 'bank.account-summary' }],
      template: undefined,
    });
    await person.goTo(`requests/${third.handle}`);
    await person.button('person.request.approve').click();
    await dialog.getByText(/Riverside Clinic/).waitFor();
    await person.call('POST', `/me/consent-requests/${third.handle}/approve`, {});
    // The same said again is no mistake.
    await person.answerButton('person.request.approveAct').click();
    await person.heading(person.say('person.consent.title', { who: 'Riverside Clinic' })).waitFor();
  } finally {
    await person.getUp();
  }
}

async function seeItDecided(stage: Stage, language: string): Promise<void> {
  const person = await PersonAtBrowser.arrive(stage, 'decided in another window', neighbour(stage), language);
  try {
    await person.hasAccountsAt('bank');
    const { handle } = await askHer(stage, person, 'lender');
    await person.goTo(`requests/${handle}`);
    await person.button('person.request.approve').click();
    await person.answerButton('person.request.approveAct').waitFor();
    await person.call('POST', `/me/consent-requests/${handle}/reject`, {});
    await person.shows('person.requests.states.REJECTED');
    await person.page.getByRole('alertdialog').waitFor({ state: 'detached' });

    const next = await askHer(stage, person, 'lender');
    await person.goTo(`requests/${next.handle}`);
    await person.button('person.request.approve').click();
    await person.answerButton('person.request.approveAct').waitFor();
    await person.call('POST', `/me/consent-requests/${next.handle}/approve`, { narrowing: { dataLife: 'P7D' } });
    await isToldOfOther(person, '7 days');
    await person.page.getByRole('alertdialog').waitFor({ state: 'detached' });
    // Who comes later was told of nothing else.
    await person.goTo(`requests/${next.handle}`);
    await person.shows('person.requests.states.APPROVED');
    assert.equal(await person.page.getByText(person.say('person.request.approvedElsewhere')).count(), 0);
  } finally {
    await person.getUp();
  }
}

export const staleJourneys: readonly Journey[] = [
  { name: 'She answers on a page that is out of date: it says so, and nothing is half-done', play: decideElsewhere },
  { name: 'What she decides in another window is seen in this one', play: seeItDecided },
];
