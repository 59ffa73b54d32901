import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { askHer, giveConsent } from './asking.ts';
import type { Journey } from './journey.ts';
import { neighbour } from './neighbour.ts';
import { PersonAtBrowser } from './person-at-browser.ts';
import { downloadReceipt, untilReceipt, verifyDownload } from './receipt-download.ts';
import type { Stage } from './stage.ts';

async function keepReceipts(stage: Stage, language: string): Promise<void> {
  const person = await PersonAtBrowser.arrive(stage, 'receipts', neighbour(stage), language);
  const { page, say } = person;
  try {
    await person.hasAccountsAt('bank');
    const asking = await askHer(stage, person, 'lender');
    const { own, consentId } = await giveConsent(person, asking);
    const { sessions } = await asking.dataUser.fetch({ consentId }, { waitSeconds: 30 });
    await untilReceipt(person, `/me/data-sessions/${sessions[0]?.sessionId}`);
    await person.goTo(`consents/${own}`);
    const proves = async (kind: string, button: Locator) => {
      const verdict = await verifyDownload(stage, await downloadReceipt(person, button));
      assert.deepEqual([verdict.kind, verdict.ok, verdict.firstWrong], [kind, true, undefined]);
    };
    await proves('consent', person.button('person.consent.receiptFile'));
    await page.locator('summary', { hasText: say('person.consent.fetchReceipt') }).click();
    const name = say('person.consent.receiptFile');
    await proves('release', page.getByRole('listitem').getByRole('button', { name }));
  } finally {
    await person.getUp();
  }
}

async function checkReceipts(stage: Stage, language: string): Promise<void> {
  const person = await PersonAtBrowser.arrive(stage, `checking receipts ${language}`, neighbour(stage), language);
  const { page, say } = person;
  const words = (path: string, values = {}) => say(`person.receipts.${path}`, values);
  /** What was looked into, with what came of it. */
  /** What was looked into, with what came of it: the innermost, where a fetch is one of a list itself. */
  const line = (name: string, outcome: string) =>
    [`checks.${name}`, `outcomes.${outcome}`]
      .reduce(
        (lines, path) => lines.filter({ has: page.getByText(words(path), { exact: true }) }),
        page.getByRole('listitem'),
      )
      .last();
  try {
    await person.hasAccountsAt('bank');
    const asking = await askHer(stage, person, 'lender');
    const { own, consentId } = await giveConsent(person, asking);
    const { sessions } = await asking.dataUser.fetch({ consentId }, { waitSeconds: 30 });
    await untilReceipt(person, `/me/data-sessions/${sessions[0]?.sessionId}`);
    await person.goTo(`consents/${own}`);
    await person.button('person.receipts.check').click();
    await person.shows('person.receipts.genuine');
    const ofConsent = ['artefacts', 'decision', 'checkpoint', 'trail-entries', 'description', 'signature'];
    for (const name of ofConsent) await line(name, 'holds').waitFor();
    await person.judge();
    const download = await downloadReceipt(person, person.button('person.consent.receiptFile'));
    const kept = await readFile(await download.path(), 'utf8');

    await person.goTo(`consents/${own}`);
    await page.locator('summary', { hasText: say('person.consent.fetchReceipt') }).click();
    await page
      .getByRole('listitem')
      .getByRole('button', { name: words('check'), exact: true })
      .click();
    await person.shows('person.receipts.genuine');
    for (const name of ['provider-statement', 'user-statement', 'signature']) await line(name, 'holds').waitFor();

    await page.locator('summary', { hasText: say('person.consent.check') }).click();
    await person.link('person.consent.checkFile').click();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${request.postData() ?? ''}`));
    const choose = async (text: string, shown: string) => {
      const file = { name: 'receipt.json', mimeType: 'application/json', buffer: Buffer.from(text) };
      await page.getByLabel(words('file'), { exact: true }).setInputFiles(file);
      await page.getByText(words(shown), { exact: true }).waitFor();
    };
    await choose(kept, 'genuine');
    // One letter of a name, one of what was signed, one of the signature under it all: each is seen, and said what it is.
    await choose(alter(kept, '"dpv:hasName": "'), 'altered');
    await line('description', 'holds').waitFor();
    await line('signature', 'fails').waitFor();
    await person.judge();
    await choose(kept, 'genuine');
    await choose(alter(kept, '"token": "'), 'altered');
    await line('artefacts', 'fails').waitFor();
    await line('decision', 'unknown').waitFor();
    await choose(kept, 'genuine');
    await choose(alter(kept, '"signature": "'), 'altered');
    await line('signature', 'fails').waitFor();
    await choose(kept.slice(1), 'unreadable');
    assert.equal(await page.getByText(words('genuine'), { exact: true }).count(), 0);
    // Nothing of the files left the page.
    assert.deepEqual([...new Set(sent)], ['GET ']);
  } finally {
    await person.getUp();
  }
}

/** Another letter in place of one that stands some way behind `mark`. */
function alter(receipt: string, mark: string): string {
  const at = receipt.indexOf(mark) + mark.length + 3;
  assert.ok(at > mark.length + 3, `${mark} is in no receipt`);
  return `${receipt.slice(0, at)}${receipt[at] === 'A' ? 'B' : 'A'}${receipt.slice(at + 1)}`;
}

export const receiptJourneys: readonly Journey[] = [
  { name: 'She keeps the receipts of her yes and of a fetch, and both prove genuine', play: keepReceipts },
  {
    name: 'She checks receipts on her own device: genuine ones are, and one that a letter was changed in is not',
    languages: ['en', 'hi'],
    play: checkReceipts,
  },
];
