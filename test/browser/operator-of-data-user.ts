import { readFile } from 'node:fs/promises';
import { findAsha } from './asha.ts';
import type { Journey } from './journey.ts';
import { OperatorAtBrowser } from './operator-at-browser.ts';
import type { Stage } from './stage.ts';

const reason = 'To look after you at your visit on Tuesday';

/** Sees what she will see before it is sent. @returns the id of the request, as the page says it */
async function compose(operator: OperatorAtBrowser, principal: string): Promise<string> {
  await operator.goTo('ask');
  await operator.field('dataUser.ask.template').selectOption('clinic-visit');
  await operator.field('dataUser.ask.principal').fill(principal);
  await operator.field('dataUser.ask.reason').fill(reason);
  await operator
    .field('dataUser.ask.notice')
    .fill('Riverside Clinic asks to read your immunisations and allergies before your visit.');
  await operator.field('dataUser.ask.range').selectOption('P150Y');
  await operator.field('dataUser.ask.mode').selectOption('STORE');
  await operator.button('dataUser.ask.preview').click();
  await operator.page.getByText(reason, { exact: true }).waitFor();
  await operator.button('dataUser.ask.send').click();
  const sent = operator.page.getByRole('status').filter({ hasText: operator.say('dataUser.ask.sent') });
  return (await sent.locator('code').getAttribute('title')) ?? '';
}

/** What the table of consents says is left of this one. */
async function usesLeft(operator: OperatorAtBrowser): Promise<string> {
  await operator.goTo('consents');
  const row = operator.table('dataUser.consents.title').getByRole('row').filter({ hasText: reason }).first();
  await row.getByText(operator.say('dataUser.consents.states.ACTIVE'), { exact: true }).waitFor();
  return (await row.getByText(/^\d+ of \d+$/).textContent()) ?? '';
}

/** By the button of the consent; waits until what it brought has come. */
async function fetchNow(operator: OperatorAtBrowser): Promise<void> {
  await operator.button('dataUser.consents.fetchUnder', { purpose: reason }).click();
  await operator.answerButton('dataUser.consents.fetch').click();
  const done = operator.page.getByRole('status').filter({ hasText: operator.say('dataUser.consents.fetching') });
  await done.getByRole('link').click();
  const newest = operator.table('dataUser.dataSessions.title').getByRole('row').nth(1);
  await newest.getByText(operator.say('console.sessionStates.COMPLETED'), { exact: true }).waitFor();
}

/** @returns how many lines the file has that the button saves */
async function save(operator: OperatorAtBrowser, format: 'csv' | 'ndjson'): Promise<number> {
  const saved = operator.page.waitForEvent('download');
  await operator.button(`dataUser.records.export.${format}`).click();
  const text = await readFile(await (await saved).path(), 'utf8');
  return text.trimEnd().split('\n').length;
}

async function askAndRead(stage: Stage): Promise<void> {
  const operator = await OperatorAtBrowser.asAdmin(stage, 'a data user asks and reads', 'clinic');
  const { page } = operator;
  try {
    const { person, asked } = await findAsha(stage);
    const id = await compose(operator, asked.principal);
    const clinic = stage.dataUser('clinic');
    const { handle = '' } = await clinic.asked(id);
    await person.approve(handle);
    const { consentId = '' } = await clinic.asked(id, 20);
    const before = await usesLeft(operator);
    await fetchNow(operator);
    const after = await usesLeft(operator);
    if (Number.parseInt(after, 10) !== Number.parseInt(before, 10) - 1) throw new Error(`${before}, then ${after}`);

    await operator.goTo('records');
    await operator.field('dataUser.records.consent').selectOption(consentId);
    await operator.button('dataUser.records.show').click();
    await operator.field('dataUser.records.dataType').selectOption('fhir-r4.immunization');
    await operator.table('dataUser.records.of', { type: 'fhir-r4.immunization' }).waitFor();
    const [rows, lines] = [await save(operator, 'csv'), await save(operator, 'ndjson')];
    if (lines === 0 || rows !== lines + 1) throw new Error(`a table of ${rows} lines for ${lines} records`);

    await operator.goTo('erasures');
    await operator.table('dataUser.erasures.due').locator(`[title="${consentId}"]`).waitFor();
    await page.getByText(operator.say('dataUser.erasures.noneOverdue')).waitFor();
  } finally {
    await operator.getUp();
  }
}

export const dataUserJourneys: readonly Journey[] = [
  { name: 'An operator of the data user asks, reads, exports, and sees when it is erased', play: askAndRead },
];
