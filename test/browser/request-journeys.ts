import assert from 'node:assert/strict';
import { askHer } from './asking.ts';
import type { Journey } from './journey.ts';
import { neighbour } from './neighbour.ts';
import { PersonAtBrowser } from './person-at-browser.ts';
import type { Stage } from './stage.ts';

async function reject(stage: Stage, language: string): Promise<void> {
  const person = await PersonAtBrowser.arrive(stage, `rejecting ${language}`, neighbour(stage), language);
  try {
    const { dataUser, id, handle } = await askHer(stage, person, 'lender');
    await person.goTo(`requests/${handle}`);
    await person.button('person.request.reject').click();
    await person.radio('person.request.reasons.not-needed').click();
    await person.judge();
    await person.answerButton('person.request.rejectAct').click();
    await person.heading(person.say('person.requests.title')).waitFor();
    await person.shows('person.requests.states.REJECTED');
    const { state, reason } = await dataUser.asked(id, 20);
    assert.deepEqual({ state, reason }, { state: 'REJECTED', reason: 'not-needed' });
  } finally {
    await person.getUp();
  }
}

async function narrow(stage: Stage, language: string): Promise<void> {
  const person = await PersonAtBrowser.arrive(stage, `narrowing ${language}`, neighbour(stage), language);
  const { page, say } = person;
  try {
    await person.hasAccountsAt('bank');
    const { dataUser, id, handle } = await askHer(stage, person, 'lender');
    await person.goTo(`requests/${handle}`);
    const transactions = say('person.dataTypes.bank.transaction.title');
    const summary = say('person.dataTypes.bank.account-summary.title');
    await page.getByRole('checkbox', { name: summary }).first().click();
    await page.locator('summary', { hasText: new RegExp(`^${transactions}: .*\\d`) }).click();
    await page.getByRole('checkbox', { name: say('person.fields.bank.counterparty'), exact: true }).click();
    await page.getByRole('checkbox', { name: /^Savings account/ }).click();
    await person.field('person.request.often').selectOption('1');
    await person.field('person.request.life').selectOption('P7D');
    await person.field('person.request.range').selectOption('P3M');

    const sentence = page.locator('p[aria-live=polite]');
    const said = (await sentence.textContent()) ?? '';
    for (const part of ['Fairlend', 'Current account', say('person.often.most', { max: 1, per: 'DAY' })]) {
      assert.ok(said.includes(part), `the sentence does not name ${part}: ${said}`);
    }
    for (const left of ['Savings account', summary.toLowerCase()]) {
      assert.ok(!said.includes(left), `the sentence names ${left}: ${said}`);
    }
    await page.getByText(say('person.allow.less')).waitFor();
    await person.judge();
    await person.button('person.request.approve').click();
    await page.getByRole('alertdialog').getByText(said, { exact: true }).waitFor();
    await person.answerButton('person.request.approveAct').click();
    await person.heading(say('person.consent.title', { who: 'Fairlend' })).waitFor();

    const { consentId = '' } = await dataUser.asked(id, 20);
    const { terms } = await dataUser.consent(consentId);
    assert.deepEqual(
      terms.dataTypes.map(({ type, fields = [] }) => [
        type,
        fields.includes('amount'),
        fields.includes('counterparty'),
      ]),
      [['bank.transaction', true, false]],
    );
    assert.deepEqual([terms.frequency, terms.dataLife], [{ max: 1, per: 'DAY' }, 'P7D']);
    await dataUser.fetch({ consentId }, { waitSeconds: 30 });
    const accounts = new Set<string>();
    for await (const { account, dataType, record } of dataUser.records(consentId)) {
      accounts.add(account);
      assert.equal(dataType, 'bank.transaction');
      assert.ok(!('counterparty' in record) && `${record['bookedAt']}` >= terms.dataRange.from);
    }
    assert.equal(accounts.size, 1);
  } finally {
    await person.getUp();
  }
}

export const requestJourneys: readonly Journey[] = [
  { name: 'She says no, and the lender hears why', play: reject },
  {
    name: 'She leaves out a kind of data, a detail and an account, and the lender gets exactly the rest',
    languages: ['en', 'ar'],
    play: narrow,
  },
];
