import { loanAsk } from '../../apps/network-node/demo/asks.ts';
import { pressOn, stepTo } from './by-keyboard.ts';
import type { Journey } from './journey.ts';
import { languages } from './languages.ts';
import { neighbour } from './neighbour.ts';
import { PersonAtBrowser } from './person-at-browser.ts';
import type { Stage } from './stage.ts';

/** How she uses what she is shown. */
type Hand = (person: PersonAtBrowser) => {
  press(control: ReturnType<PersonAtBrowser['button']>): Promise<void>;
  /** Chooses the next option below the one that stands. */
  chooseNext(control: ReturnType<PersonAtBrowser['field']>): Promise<void>;
};

const byPointer: Hand = () => ({
  press: (control) => control.click(),
  chooseNext: async (control) => void (await control.selectOption({ index: 1 })),
});

const byKeyboard: Hand = ({ page }) => ({
  press: (control) => pressOn(page, control),
  async chooseNext(control) {
    await stepTo(page, control);
    await page.keyboard.press('ArrowDown');
  },
});

/** From signing in to withdrawing, and what the lender gets before and after. */
async function lendAndTakeBack(stage: Stage, language: string, hand: Hand): Promise<void> {
  const person = await PersonAtBrowser.sitDown(stage, `main journey ${language}`, neighbour(stage), language);
  const { press, chooseNext } = hand(person);
  try {
    await person.signInByCode();
    await person.makePasskey();
    await person.linkBank();
    await person.goTo('');
    const lender = stage.dataUser('lender');
    const consentManager = stage.demo.here.participantOf('saathi');
    const asked = await lender.ask(loanAsk({ consentManager, principal: await person.principal() }));
    // It comes by itself: nothing is loaded again.
    await press(person.page.getByRole('link', { name: /Fairlend/ }));
    await person.heading(person.say('person.request.title', { who: 'Fairlend' })).waitFor();
    await chooseNext(person.field('person.request.range'));
    await press(person.button('person.request.approve'));
    await press(person.answerButton('person.request.approvePasskey'));
    await person.heading(person.say('person.consent.title', { who: 'Fairlend' })).waitFor();

    const { consentId = '' } = await lender.asked(asked.id, 20);
    const { terms } = await lender.consent(consentId);
    if (terms.dataRange.from <= loanAsk({ consentManager, principal: '' }).terms.dataRange.from) {
      throw new Error('what she allowed is not less than what was asked');
    }
    const before = await lender.fetch({ consentId }, { waitSeconds: 30 });
    if (before.state !== 'COMPLETED') throw new Error(`the fetch is ${before.state}`);
    await person.page.getByText(person.say('person.consent.fetchStates.COMPLETED')).first().waitFor();

    await press(person.button('person.consent.revoke'));
    await press(person.answerButton('person.consent.revokeAct'));
    await person.page.getByText(person.say('person.consents.states.REVOKED'), { exact: true }).first().waitFor();
    const after = await lender.fetch({ consentId, ownCheck: false }, { waitSeconds: 30 });
    if (after.refusal?.code !== 'consent-revoked') throw new Error(`after her no the fetch is ${after.state}`);
  } finally {
    await person.getUp();
  }
}

export const mainJourneys: readonly Journey[] = [
  {
    name: 'She signs in, makes a passkey, links her bank, allows less than was asked, and takes it back',
    languages,
    play: (stage, language) => lendAndTakeBack(stage, language, byPointer),
  },
  {
    name: 'By keyboard alone she approves with her passkey, and withdraws',
    play: (stage, language) => lendAndTakeBack(stage, language, byKeyboard),
  },
];
