import assert from 'node:assert/strict';
import { askHer } from './asking.ts';
import type { Journey } from './journey.ts';
import { neighbour } from './neighbour.ts';
import { PersonAtBrowser } from './person-at-browser.ts';
import type { Stage } from './stage.ts';

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
    // A second yes changes nothing: she is led to what she gave.
    await person.answerButton('person.request.approveAct').click();
    await person.heading(person.say('person.consent.title', { who: 'Fairlend' })).waitFor();
    await person.shows('person.consent.lessAbout', { terms: person.say('person.consent.lessTerms.dataLife') });
    const { consents } = await person.call<{ consents: unknown[] }>('GET', '/me/consents');
    assert.equal(consents.length, 1);
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
  } finally {
    await person.getUp();
  }
}

export const staleJourneys: readonly Journey[] = [
  { name: 'She answers on a page that is out of date: it says so, and nothing is half-done', play: decideElsewhere },
  { name: 'What she decides in another window is seen in this one', play: seeItDecided },
];
