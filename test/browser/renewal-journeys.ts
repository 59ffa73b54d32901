import assert from 'node:assert/strict';
import { askHer } from './asking.ts';
import type { Journey } from './journey.ts';
import { neighbour } from './neighbour.ts';
import { PersonAtBrowser } from './person-at-browser.ts';
import type { Stage } from './stage.ts';

async function compareAndRenew(stage: Stage, language: string): Promise<void> {
  const person = await PersonAtBrowser.arrive(stage, `a renewal ${language}`, neighbour(stage), language);
  const { page, say } = person;
  /** What stands under one of the headings of what differs. */
  const group = (change: string) =>
    page
      .locator('section section')
      .filter({ has: page.getByRole('heading', { name: say(`person.renewal.${change}`), exact: true }) });
  const life = say('person.renewal.terms.dataLife');
  try {
    await person.hasAccountsAt('bank');
    const first = await askHer(stage, person, 'lender', { dataTypes: [{ type: 'bank.transaction' }] });
    const narrowing = { dataLife: 'P7D' };
    const former = await person.call<{ id: string }>('POST', `/me/consent-requests/${first.handle}/approve`, {
      narrowing,
    });

    const more = await askHer(stage, person, 'lender', { frequency: { max: 1, per: 'DAY' } });
    await person.goTo(`requests/${more.handle}`);
    await person.heading(say('person.renewal.title', { who: 'Fairlend' })).waitFor();
    await person.shows('person.renewal.asksMore');
    const said = async (change: string) => (await group(change).textContent()) ?? '';
    const asksMore = await said('more');
    for (const part of [life, say('person.dataTypes.bank.account-summary.title')]) {
      assert.ok(asksMore.includes(part), `what is more does not name ${part}: ${asksMore}`);
    }
    assert.ok((await said('less')).includes(say('person.renewal.terms.frequency')));
    assert.ok((await said('same')).includes(say('person.renewal.terms.purpose')));
    await person.judge();

    await page.locator(`a[href$="/consents/${former.id}"]`).click();
    await person.heading(say('person.consent.title', { who: 'Fairlend' })).waitFor();
    await page.goBack();
    await person.button('person.request.approve').click();
    await person.answerButton('person.request.approveAct').click();
    await person.shows('person.consent.renews');
    await page.locator(`a[href$="/consents/${former.id}"]`).click();
    await person.shows('person.consent.renewedBy');
    await person.judge();

    const same = await askHer(stage, person, 'lender', { frequency: { max: 1, per: 'DAY' } });
    await person.goTo(`requests/${same.handle}`);
    await person.shows('person.renewal.asksNoMore');
    assert.ok((await said('same')).includes(life));
    assert.equal(await group('more').isVisible(), false);
  } finally {
    await person.getUp();
  }
}

export const renewalJourneys: readonly Journey[] = [
  {
    name: 'Asked anew, she sees what is more, what is less and what stays, and finds her way from one consent to the next',
    languages: ['en', 'ar'],
    play: compareAndRenew,
  },
];
