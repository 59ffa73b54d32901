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

/** The rule that decided is named where it did, with the way to it; once it is removed, that is said. */
async function isNamed(person: PersonAtBrowser, name: string, look: () => Promise<void>): Promise<void> {
  const { page, say } = person;
  const named = page.getByText(say('person.choices.decidedBy', { name: `\u2068${name}\u2069` }));
  await look();
  await named.waitFor();
  await person.judge();
  await page.getByRole('link', { name: say('person.choices.toRule') }).click();
  const rule = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
  await rule.and(page.locator(':focus')).waitFor();
  await rule.getByRole('button', { name: say('person.choices.removeOf', { name }) }).click();
  await person.answerButton('person.choices.removeAct').click();
  await rule.waitFor({ state: 'detached' });
  await look();
  await named
    .getByText(say('person.choices.removedSince'))
    .or(page.getByText(say('person.choices.removedSince')))
    .first()
    .waitFor();
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
    await isNamed(person, 'No more loans', () => person.goTo(`requests/${refused.handle}`));
    const { consentId } = await person.call<{ consentId: string }>('GET', `/me/consent-requests/${less.handle}`);
    await isNamed(person, 'The same again', () => person.goTo(`consents/${consentId}`));
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

async function quietHours(stage: Stage, language: string): Promise<void> {
  const contact = neighbour(stage);
  const person = await PersonAtBrowser.arrive(stage, 'quiet hours', contact, language);
  const { page, say } = person;
  const letters = () =>
    readOutbox(stage.demo.here.outboxOf('saathi')).filter(({ to }) => to.value === contact.value).length;
  try {
    await person.hasAccountsAt('bank');
    await giveConsent(person, await askHer(stage, person, 'lender'));
    await setRule(person, 'approve-renewal', 'The same again', async () => undefined);
    const [from, to] = await page.evaluate(() =>
      [-1, 1].map((hours) => new Date(Date.now() + hours * 3_600_000).toTimeString().slice(0, 5)),
    );
    await setRule(person, 'quiet-hours', 'Never at night', async () => {
      await person.field('person.choices.quietFrom').fill(from ?? '');
      await person.field('person.choices.quietTo').fill(to ?? '');
    });
    const before = letters();
    const renewal = await askHer(stage, person, 'lender');
    const other = await askHer(stage, person, 'clinic');
    await person.goTo('');
    await page.getByRole('link', { name: /Riverside Clinic/ }).waitFor();
    await page
      .getByRole('link', { name: /Fairlend/ })
      .first()
      .waitFor();
    // Long enough for a rule to decide and for a letter to be sent, were it not quiet.
    await page.waitForTimeout(3000);
    assert.equal((await renewal.dataUser.asked(renewal.id)).state, 'PENDING');
    assert.equal(letters(), before, 'she was written to in her quiet hours');

    await person.goTo('rules');
    await page.getByRole('button', { name: say('person.choices.turnOffOf', { name: 'Never at night' }) }).click();
    await person.shows('person.choices.off');
    assert.equal((await renewal.dataUser.asked(renewal.id, 20)).state, 'APPROVED');
    for (let left = 100; letters() === before && left > 0; left -= 1) await page.waitForTimeout(100);
    assert.equal(letters(), before + 1, 'she was not written to about what is left to her');
    assert.equal((await other.dataUser.asked(other.id)).state, 'PENDING');
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
    name: 'Rules of hers say yes to less than before and no to a purpose; request, consent and timeline say which',
    play: letRulesDecide,
  },
  {
    name: 'Never at night: no rule says yes and no letter comes in her quiet hours, and both do when they are over',
    play: quietHours,
  },
  {
    name: 'Emergency access lets a clinic in once while it is on, tells her at once, and is turned off',
    play: emergency,
  },
];
