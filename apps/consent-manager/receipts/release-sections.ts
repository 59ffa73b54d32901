import { dayWords, durationWords, momentWords } from '#domain';
import type { ReleaseReceipt } from '#protocol';
import { type Html, html } from './html-text.ts';
import { isProven } from './proof-words.ts';
import { dataWords, type Fact, facts, list, nameIn, purposeWords } from './receipt-facts.ts';

const count = (records: number) => `${records} record${records === 1 ? '' : 's'}`;

/** Who gave how much of what to whom, by both sides' words. */
export function releaseSections(receipt: ReleaseReceipt): Html {
  const record = receipt['dpv:hasRecordOfActivity'];
  const process = record['dpv:hasProcess'];
  const [from, to] = [nameIn(receipt, process['dpv:hasDataSource']), nameIn(receipt, process['dpv:hasRecipient'])];
  const { 'assent:sent': sent, 'assent:received': received, 'assent:dataRange': range } = record;
  const storage = process['dpv:hasStorageCondition'];
  return html`<p class="lead">${lead(receipt, from, to)}</p>
${agreement(receipt)}
<h2>What was released</h2>
${facts([
  ['Asked on', momentWords(record['assent:requestedAt'])],
  ['Asked for', list(dataWords(receipt))],
  ['Dated', `${dayWords(range['assent:from'])} to ${dayWords(range['assent:to'])}`],
  ['What for', purposeWords(receipt)],
  ['Who gave it', from],
  ['It says', sent === undefined ? 'nothing yet' : `${count(sent['assent:records'])} sent${bareWord(receipt, 'sent')}`],
  ['Who received it', to],
  [
    'It says',
    received === undefined
      ? 'nothing yet'
      : `${count(received['assent:records'])} received on ${momentWords(received['assent:receivedAt'])}${bareWord(receipt, 'received')}`,
  ],
])}
<h2>How long it is kept</h2>
${facts([
  [
    'Allowed',
    storage['assent:consentMode'] === 'VIEW'
      ? 'not kept: shown and forgotten'
      : `${durationWords(storage['dpv:hasDuration']['rdf:value'])} from its receipt`,
  ],
  ...erasure(record),
])}
<h2>What it rests on</h2>
${facts([['Your consent', html`<code>${record['assent:consent']}</code>`]])}`;
}

type Release = ReleaseReceipt['dpv:hasRecordOfActivity'];

const managerOf = (receipt: ReleaseReceipt) => nameIn(receipt, receipt['dct:publisher']);

function lead(receipt: ReleaseReceipt, from: string, to: string): string {
  const { 'assent:sent': sent } = receipt['dpv:hasRecordOfActivity'];
  if (sent === undefined) return `${from} has not said yet what it gave to ${to}.`;
  const said = `${from} gave ${count(sent['assent:records'])} of yours to ${to}.`;
  return isProven(receipt, 'sent') ? said : `By the word of ${managerOf(receipt)} alone: ${said}`;
}

/** Where the side's own signed word is not here. */
function bareWord(receipt: ReleaseReceipt, what: 'sent' | 'received'): string {
  return isProven(receipt, what) ? '' : `, by the word of ${managerOf(receipt)} alone`;
}

function agreement(receipt: ReleaseReceipt): Html {
  const { 'assent:sent': sent, 'assent:received': received } = receipt['dpv:hasRecordOfActivity'];
  if (sent === undefined || received === undefined) return html`<p class="soft">Only one side has spoken yet.</p>`;
  const isSame =
    sent['assent:manifestDigest'] === received['assent:manifestDigest'] &&
    sent['assent:records'] >= received['assent:records'];
  if (!isProven(receipt, 'sent') || !isProven(receipt, 'received')) {
    const words = isSame ? 'both sides name the same list' : 'the two sides do not say the same';
    return html`<p class="soft">By the word of ${managerOf(receipt)} alone, ${words} of what was handed over.</p>`;
  }
  return isSame
    ? html`<p class="good">Both sides name the same list of what was handed over.</p>`
    : html`<p class="bad">The two sides do not say the same of what was handed over.</p>`;
}

function erasure({ 'assent:eraseBy': eraseBy, 'assent:erasedAt': erasedAt }: Release): Fact[] {
  return [
    ...(eraseBy === undefined ? [] : [['To be erased by', momentWords(eraseBy)] as const]),
    ...(erasedAt === undefined
      ? []
      : [['Erased on', `${momentWords(erasedAt)}, by the word of who received it`] as const]),
  ];
}
