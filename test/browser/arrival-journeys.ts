import assert from 'node:assert/strict';
import { addSeconds, toInstant } from '#domain';
import { askHer } from './asking.ts';
import type { Journey } from './journey.ts';
import { neighbour } from './neighbour.ts';
import { PersonAtBrowser } from './person-at-browser.ts';
import type { Stage } from './stage.ts';

const secondsToDecide = 3;

async function arrive(stage: Stage, language: string): Promise<void> {
  const person = await PersonAtBrowser.arrive(stage, 'a request comes', neighbour(stage), language);
  const { page, say } = person;
  try {
    await person.goTo('');
    await person.shows('person.requests.none');
    await page.evaluate('globalThis.isStillHere = true');
    const start = toInstant(Date.now());
    const consentPeriod = { start, expiry: addSeconds(start, secondsToDecide) };
    const { dataUser, id } = await askHer(stage, person, 'lender', { consentPeriod });
    await page.getByRole('link', { name: 'Fairlend' }).waitFor();
    await person.shows('person.requests.states.PENDING');
    // Nobody answers in time: that, too, she sees without asking.
    await person.shows('person.requests.states.EXPIRED');
    await page.getByRole('link', { name: 'Fairlend' }).click();
    await person.heading(say('person.request.title', { who: 'Fairlend' })).waitFor();
    await person.shows('person.requests.states.EXPIRED');
    assert.equal(await person.button('person.request.approve').count(), 0);
    assert.equal((await dataUser.asked(id, 20)).state, 'EXPIRED');
    assert.equal(await page.evaluate('globalThis.isStillHere'), true, 'the page was loaded again');
  } finally {
    await person.getUp();
  }
}

export const arrivalJourneys: readonly Journey[] = [
  { name: 'A request comes while she looks on, and lapses as she does not answer', play: arrive },
];
