import assert from 'node:assert/strict';
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

export const doorJourneys: readonly Journey[] = [
  { name: 'A link to a page of hers leads to the door, and behind it to that page', play: comeByLink },
  {
    name: 'The network fails her: she is told, tries again, and has lost nothing of what she chose',
    play: loseTheNetwork,
  },
];
