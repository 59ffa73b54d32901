import assert from 'node:assert/strict';
import { readOutbox } from '../../apps/network-node/clients/outbox.ts';
import { askHer, giveConsent } from './asking.ts';
import type { Journey } from './journey.ts';
import { neighbour } from './neighbour.ts';
import { PersonAtBrowser } from './person-at-browser.ts';
import type { Stage } from './stage.ts';

async function setRule(
  person: PersonAtBrowser,
  kind: string,
  name: string,
  choose: () => Promise<void>,
): Promise<void> {
  await person.goTo('rules');
  await person.radio(`person.choices.kinds.${kind}`).click();
  await choose();
  await person.field('person.choices.name').fill(name);
  await person.judge();
  await person.button('person.choices.set').click();
  await person.heading(name).waitFor();
}

async function letRulesDecide(stage: Stage, language: string): Promise<void> {
  const person = await PersonAtBrowser.arrive(stage, 'rules', neighbour(stage), language);
  const { page, say } = person;
  try {
    await person.hasAccountsAt('bank');
    await giveConsent(person, await askHer(stage, person, 'lender'));
    await setRule(person, 'approve-renewal', 'The same again', async () => undefined);
    const less = await askHer(stage, person, 'lender', { dataLife: 'P7D' });
    assert.equal((await less.dataUser.asked(less.id, 20)).state, 'APPROVED');
    await page.getByText(say('person.choices.uses', { count: 1 })).waitFor();

    const loans = say('person.purposes.credit-assessment.title');
    await setRule(person, 'refuse-purpose', 'No more loans', () =>
      page.getByRole('checkbox', { name: loans, exact: true }).click(),
    );
    const refused = await askHer(stage, person, 'lender');
    assert.equal((await refused.dataUser.asked(refused.id, 20)).state, 'REJECTED');
    await person.goTo('');
    await person.shows('person.requests.states.REJECTED');
    await person.goTo('timeline');
    const kinds = 'person.timeline.kinds.consent-request';
    await person.shows(`${kinds}.rejected-by-choice`, { choice: 'No more loans', name: 'Fairlend' });
    const purpose = 'To decide on your application for a loan of 8,000';
    await page
      .getByText(say(`${kinds}.approved-by-choice`, { choice: 'The same again', name: 'Fairlend', purpose }))
      .waitFor();
  } finally {
    await person.getUp();
  }
}

async function emergency(stage: Stage, language: string): Promise<void> {
  const contact = neighbour(stage);
  const person = await PersonAtBrowser.arrive(stage, 'emergency access', contact, language);
  const { page, say } = person;
  const purpose = { code: 'emergency-treatment', text: 'You were found unconscious' };
  const letters = () =>
    readOutbox(stage.demo.here.outboxOf('saathi')).filter(({ to }) => to.value === contact.value).length;
  try {
    await person.hasAccountsAt('hospital');
    await setRule(person, 'emergency-access', 'If I am found', () =>
      page.getByRole('checkbox', { name: /St Brigid Hospital/ }).click(),
    );
    const before = letters();
    const asking = await askHer(stage, person, 'clinic', { purpose, template: undefined });
    const { consentId = '' } = await asking.dataUser.asked(asking.id, 20);
    const fetched = await asking.dataUser.fetch({ consentId }, { waitSeconds: 30 });
    assert.equal(fetched.state, 'COMPLETED');
    assert.equal(letters(), before + 1, 'she was not written to');
    await page.getByText(say('person.choices.uses', { count: 1 })).waitFor();
    await page.getByRole('button', { name: say('person.choices.turnOffOf', { name: 'If I am found' }) }).click();
    await person.shows('person.choices.off');
    await person.judge();
    const late = await askHer(stage, person, 'clinic', { purpose, template: undefined });
    await person.goTo('');
    await person.shows('person.requests.states.PENDING');
    assert.equal((await late.dataUser.asked(late.id)).state, 'PENDING');
    await person.goTo('timeline');
    const told = { choice: 'If I am found', name: 'Riverside Clinic', purpose: purpose.text };
    await person.shows('person.timeline.kinds.consent-request.approved-in-emergency', told);
  } finally {
    await person.getUp();
  }
}

export const ruleJourneys: readonly Journey[] = [
  {
    name: 'Rules of hers say yes to less than before and no to a purpose, and her timeline says which',
    play: letRulesDecide,
  },
  {
    name: 'Emergency access lets a clinic in once while it is on, tells her at once, and is turned off',
    play: emergency,
  },
];
