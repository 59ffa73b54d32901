import { readFileSync } from 'node:fs';
import { contactsFileIn } from '../../apps/network-node/demo/demo-people.ts';
import { visitClinic } from './asha.ts';
import { deafen } from './deafen.ts';
import type { Journey } from './journey.ts';
import { OperatorAtBrowser } from './operator-at-browser.ts';
import type { Stage } from './stage.ts';

/** An account as the bank's own system knows it. */
function accountKey({ demo: { here } }: Stage): string {
  const [holder] = Object.keys(JSON.parse(readFileSync(contactsFileIn(here.demoFolder), 'utf8')) as object);
  return `${holder}/CURRENT`;
}

async function tryAndRead(stage: Stage): Promise<void> {
  const operator = await OperatorAtBrowser.asAdmin(stage, 'a provider tries a source', 'bank');
  try {
    await operator.goTo('record-sources');
    await operator.field('provider.recordSources.account').fill(accountKey(stage));
    await operator.button('provider.recordSources.tryAct').click();
    const tried = operator.table('provider.recordSources.tried').getByRole('row', { name: /bank\.transaction/ });
    // What follows the name that a cell has on a phone.
    const cells = tried.getByRole('cell').locator('div');
    const [read, leave] = await Promise.all([1, 2].map((cell) => cells.nth(cell).textContent()));
    if (read === '0' || read !== leave) throw new Error(`${read} records were read, ${leave} would leave`);

    await operator.goTo('data-sessions');
    await operator.table('provider.dataSessions.past').getByRole('link').first().click();
    await operator.heading('provider.dataSessions.storyTitle').waitFor();
    await operator.page.getByRole('main').getByRole('listitem').nth(2).waitFor();
  } finally {
    await operator.getUp();
  }
}

async function tellAnew(stage: Stage): Promise<void> {
  const operator = await OperatorAtBrowser.asAdmin(stage, 'a provider tells events anew', 'hospital');
  const receiver = stage.demo.here.participantOf('saathi');
  const hearAgain = await deafen(stage, 'saathi', 'hospital');
  try {
    await visitClinic(stage);
    await operator.goTo('events');
    await operator.button('console.events.replayOne', { receiver }).first().click();
    await operator.text('console.events.replayed', { count: 1 }).waitFor();
    await hearAgain();
    await operator.button('console.events.replayAll').click();
    await operator.answerButton('console.events.replayAll').click();
    await operator.text('console.events.undeliveredEmpty').waitFor({ timeout: 20_000 });
  } finally {
    await hearAgain();
    await operator.getUp();
  }
}

async function rotateKey(stage: Stage): Promise<void> {
  const operator = await OperatorAtBrowser.asAdmin(stage, 'a provider rotates a key', 'bank');
  try {
    await operator.goTo('keys');
    await operator.button('console.keys.rotateUse', { use: operator.say('console.keys.uses.message') }).click();
    await operator.answerButton('console.keys.rotate').click();
    await operator.text('console.keys.rotated').waitFor();
    await operator.table('console.keys.uses.message').getByText(operator.say('console.keys.states.next')).waitFor();
  } finally {
    await operator.getUp();
  }
}

export const providerJourneys: readonly Journey[] = [
  { name: 'An operator of the provider tries a source, and reads the story of a session', play: tryAndRead },
  { name: 'An operator of the provider tells an event anew that was not heard', play: tellAnew },
  { name: 'An operator of the provider makes the next key', play: rotateKey },
];
