import assert from 'node:assert/strict';
import { askHer, giveConsent } from './asking.ts';
import type { Journey } from './journey.ts';
import { neighbour } from './neighbour.ts';
import { PersonAtBrowser } from './person-at-browser.ts';
import type { Stage } from './stage.ts';

async function pauseAndResume(stage: Stage, language: string): Promise<void> {
  const person = await PersonAtBrowser.arrive(stage, `pausing ${language}`, neighbour(stage), language);
  const { page, say } = person;
  try {
    await person.hasAccountsAt('bank');
    const asking = await askHer(stage, person, 'lender');
    const { own, consentId } = await giveConsent(person, asking);
    await person.goTo(`consents/${own}`);
    await person.shows('person.consent.fetchesNone');
    const { sessions } = await asking.dataUser.fetch({ consentId }, { waitSeconds: 30 });
    // What was fetched, by whom and how much of it, comes to stand there by itself.
    await person.shows('person.consent.fetchBy', { by: 'Fairlend', from: 'Harbour Bank' });
    const count = sessions[0]?.records ?? 0;
    await page.getByText(say('person.consent.sent', { count })).waitFor();
    await page.getByText(say('person.consent.received', { count })).waitFor();

    await person.button('person.consent.pause').click();
    await person.radio('person.consent.pauseLengths.day').click();
    await person.judge();
    await person.answerButton('person.consent.pause').click();
    await person.shows('person.consent.paused');
    await person.shows('person.consents.states.PAUSED');
    const paused = await asking.dataUser.fetch({ consentId, ownCheck: false }, { waitSeconds: 30 });
    assert.equal(paused.refusal?.code, 'consent-paused');

    await person.button('person.consent.resume').click();
    await person.shows('person.consents.states.ACTIVE');
    await person.page.getByText(say('person.consent.paused')).waitFor({ state: 'detached' });
    const again = await asking.dataUser.fetch({ consentId, ownCheck: false }, { waitSeconds: 30 });
    assert.equal(again.state, 'COMPLETED');
  } finally {
    await person.getUp();
  }
}

async function pauseUntilOwnDay(stage: Stage, language: string): Promise<void> {
  const person = await PersonAtBrowser.arrive(stage, 'pausing until a day of her own', neighbour(stage), language);
  const { page, say } = person;
  try {
    await person.hasAccountsAt('bank');
    const asking = await askHer(stage, person, 'lender');
    const { own, consentId } = await giveConsent(person, asking);
    await person.goTo(`consents/${own}`);
    await person.button('person.consent.pause').click();
    await person.radio('person.consent.pauseLengths.own').click();
    await person.answerButton('person.consent.pause').click();
    await person.shows('person.consent.pauseOwnMissing');
    await person.judge();
    const until = page.getByRole('alertdialog').locator('input[type=datetime-local]');
    // A day that is past is no day to pause until.
    await until.fill('2020-01-01T08:30');
    await person.answerButton('person.consent.pause').click();
    await person.shows('problems.terms-contradictory');

    const day = `${new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)}T08:30`;
    await until.fill(day);
    await person.answerButton('person.consent.pause').click();
    await person.shows('person.consent.paused');
    const { resumeAt } = await person.call<{ resumeAt: string }>('GET', `/me/consents/${own}`);
    // By her own clock.
    assert.equal(resumeAt, await page.evaluate((at) => new Date(at).toISOString(), day));
    const told = page.getByRole('status').filter({ hasText: say('person.consent.paused') });
    await told.locator(`time[datetime="${resumeAt}"]`).waitFor();
    const paused = await asking.dataUser.fetch({ consentId, ownCheck: false }, { waitSeconds: 30 });
    assert.equal(paused.refusal?.code, 'consent-paused');
  } finally {
    await person.getUp();
  }
}

async function renew(stage: Stage, language: string): Promise<void> {
  const person = await PersonAtBrowser.arrive(stage, 'renewing', neighbour(stage), language);
  try {
    await person.hasAccountsAt('bank');
    const { own } = await giveConsent(person, await askHer(stage, person, 'lender'));
    await person.goTo(`consents/${own}`);
    await person.button('person.consent.renew').click();
    await person.answerButton('person.consent.renew').click();
    await person.shows('person.consent.renewed');

    const again = await askHer(stage, person, 'lender');
    assert.equal((await again.dataUser.asked(again.id, 20)).state, 'APPROVED');
    const request = await person.call<{ consentId: string }>('GET', `/me/consent-requests/${again.handle}`);
    await person.goTo(`consents/${request.consentId}`);
    await person.shows('person.consent.methods.standing-choice');
    // Once was said: the next waits for her.
    const third = await askHer(stage, person, 'lender');
    await person.goTo('');
    await person.shows('person.requests.states.PENDING');
    assert.equal((await third.dataUser.asked(third.id)).state, 'PENDING');
  } finally {
    await person.getUp();
  }
}

export const consentJourneys: readonly Journey[] = [
  {
    name: 'She pauses for a day, and nothing is given; she resumes, and it is; she sees what was fetched',
    languages: ['en', 'ar'],
    play: pauseAndResume,
  },
  { name: 'She pauses until a day and time of her own, which cannot be past', play: pauseUntilOwnDay },
  { name: 'She would give it again: the same is given once more by itself, and then waits for her', play: renew },
];
