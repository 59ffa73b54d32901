import type { Journey } from './journey.ts';
import { neighbour } from './neighbour.ts';
import { PersonAtBrowser } from './person-at-browser.ts';
import type { Stage } from './stage.ts';

async function signOut(person: PersonAtBrowser): Promise<void> {
  await person.button('common.signOut').click();
  await person.heading(person.say('person.signIn.title')).waitFor();
}

async function giveRecoveryCode(person: PersonAtBrowser, principal: string, code: string): Promise<void> {
  await person.page.getByText(person.say('person.signIn.recovery'), { exact: true }).click();
  await person.field('person.signIn.principal').fill(principal);
  await person.field('person.signIn.recoveryCode').fill(code);
  await person.button('person.signIn.act').click();
}

async function comeBack(stage: Stage, language: string): Promise<void> {
  const person = await PersonAtBrowser.sitDown(stage, 'coming back', neighbour(stage), language);
  const isIn = () => person.heading(person.say('person.security.title')).waitFor();
  try {
    await person.signInByCode();
    await person.makePasskey();
    await person.button('person.security.recoveryMake').click();
    const shown = person.page.locator('ol[dir=ltr]').getByRole('listitem');
    const [code = ''] = await shown
      .first()
      .waitFor()
      .then(() => shown.allTextContents());
    await person.judge();
    await person.button('person.security.kept').click();
    const principal = await person.principal();

    await signOut(person);
    // The door stands where she was, and so is she behind it.
    await person.button('person.signIn.passkey').click();
    await isIn();
    await signOut(person);
    await giveRecoveryCode(person, principal, code);
    await isIn();
    await person.page.getByText(person.say('person.security.recoveryLeft', { count: 9 })).waitFor();
    await signOut(person);
    await giveRecoveryCode(person, principal, code);
    await person.page.getByText(person.say('problems.code-wrong-or-expired')).waitFor();
    await person.judge();
  } finally {
    await person.getUp();
  }
}

async function endAnother(stage: Stage, language: string): Promise<void> {
  const contact = neighbour(stage);
  const person = await PersonAtBrowser.arrive(stage, 'ending a session', contact, language);
  const elsewhere = await PersonAtBrowser.arrive(stage, 'a session that is ended', contact, language);
  try {
    await elsewhere.goTo('consents');
    await person.goTo('security');
    await person.page.getByText(person.say('person.security.thisDevice'), { exact: true }).waitFor();
    const end = person.page.getByRole('button', {
      name: person.say('person.security.endOf', { device: '' }),
    });
    await end.click();
    await end.waitFor({ state: 'detached' });
    // It hears of it by itself: nothing of hers goes on standing there.
    await elsewhere.heading(elsewhere.say('person.signIn.title')).waitFor();
  } finally {
    await person.getUp();
    await elsewhere.getUp();
  }
}

export const signInJourneys: readonly Journey[] = [
  {
    name: 'She signs in again with her passkey, and with a code that she kept, which counts once',
    play: comeBack,
  },
  { name: 'She sees where she is signed in, and signs out there', play: endAnother },
];
