import assert from 'node:assert/strict';
import { askHer, giveConsent } from './asking.ts';
import type { Journey } from './journey.ts';
import { neighbour } from './neighbour.ts';
import { PersonAtBrowser } from './person-at-browser.ts';
import type { Stage } from './stage.ts';

async function linkAndUnlink(stage: Stage, language: string): Promise<void> {
  const contact = neighbour(stage);
  const person = await PersonAtBrowser.arrive(stage, 'accounts', contact, language);
  const { page, say } = person;
  const dialog = page.getByRole('alertdialog');
  const unlink = async (whatEnds: string) => {
    const name = new RegExp(`^${say('person.accounts.unlinkOf', { label: '' })}`);
    await page.getByRole('button', { name }).first().click();
    await dialog.getByText(whatEnds).waitFor();
    await person.judge();
    await person.answerButton('person.accounts.unlinkAct').click();
    await dialog.waitFor({ state: 'detached' });
  };
  try {
    await person.goTo('accounts');
    await person.shows('person.accounts.none');
    await person.field('person.accounts.institution').selectOption({ label: 'Harbour Bank' });
    const sent = stage.expectCode('bank', contact);
    await person.button('person.accounts.discover').click();
    const code = await sent();
    await person.field('person.code.code').fill(`${(Number(code) + 1) % 1_000_000}`.padStart(6, '0'));
    await person.button('person.accounts.confirm').click();
    await person.shows('problems.code-wrong-or-expired');
    await person.field('person.code.code').fill(code);
    await person.button('person.accounts.confirm').click();
    await person.shows('person.accounts.linked', { count: 2 });
    assert.equal(await page.getByText(say('problems.code-wrong-or-expired')).count(), 0);

    const asking = await askHer(stage, person, 'lender');
    const { own, consentId } = await giveConsent(person, asking);
    const purpose = say('person.purposes.credit-assessment.title');
    await unlink(say('person.accounts.ends', { who: 'Fairlend', purpose, becomes: 'ENDS', erased: 'no' }));
    await unlink(say('person.accounts.endsNothing'));
    await person.shows('person.accounts.none');
    await person.goTo(`consents/${own}`);
    await person.shows('person.consents.states.REVOKED');
    const after = await asking.dataUser.fetch({ consentId, ownCheck: false }, { waitSeconds: 30 });
    assert.equal(after.refusal?.code, 'consent-revoked');
  } finally {
    await person.getUp();
  }
}

export const accountJourneys: readonly Journey[] = [
  {
    name: 'She links accounts with the right code alone, and unlinks them knowing what that ends',
    play: linkAndUnlink,
  },
];
