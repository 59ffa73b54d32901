import { type ConsentReceipt, isConsentReceipt, type Receipt, type ReleaseReceipt } from '#protocol';
import { type Html, html } from './html-text.ts';
import { list, nameIn } from './receipt-facts.ts';

type ReleaseLack = ReleaseReceipt['evidence']['missing'][number];

const consentLacks: Record<ConsentReceipt['evidence']['missing'][number], string> = {
  notice: 'the text that you were shown',
  trail: 'the proof that it stands in the audit trail',
};
const releaseLacks: Record<ReleaseLack['what'], string> = {
  sent: 'the signed word of the data provider',
  received: 'the signed word of the data user',
  trail: 'the proof that it stands in the audit trail',
  authorised: 'the proof that the fetch was authorised under your consent',
};

/** Whether a side's own signed word is in it for what it is told to have said. */
export function isProven({ evidence }: ReleaseReceipt, what: 'sent' | 'received'): boolean {
  return evidence[what] !== undefined;
}

/** What a receipt has no proof of, and what of it is the manager's word alone. */
export function whatIsNotProven(receipt: Receipt): Html {
  const lacks = isConsentReceipt(receipt)
    ? receipt.evidence.missing.map((what) => `${consentLacks[what]} (it was not kept)`)
    : receipt.evidence.missing.map(
        ({ what, why }) => `${releaseLacks[what]} (${why === 'not-said' ? 'nothing was said yet' : 'it was not kept'})`,
      );
  const lacking = html`<p>This receipt does not have:</p>${list(lacks)}`;
  const word = isConsentReceipt(receipt) ? consentWord(receipt) : releaseWord(receipt);
  return html`${lacks.length === 0 ? html`` : lacking}
<p>What stands here by the word of ${nameIn(receipt, receipt['dct:publisher'])} alone:</p>
${list(word)}`;
}

function consentWord({ evidence }: ConsentReceipt): string[] {
  return [
    ...(evidence.trail === undefined ? ['that it was written down when it was given'] : []),
    'whether it holds at the time of this receipt',
    'names and ids',
  ];
}

function releaseWord(receipt: ReleaseReceipt): string[] {
  const { evidence, 'dpv:hasRecordOfActivity': record } = receipt;
  const has = (what: ReleaseLack['what']) => !evidence.missing.some((lack) => lack.what === what);
  const isBareWord = (what: 'sent' | 'received') => record[`assent:${what}`] !== undefined && !isProven(receipt, what);
  return [
    ...(isBareWord('sent') ? ['how many records were sent, and which'] : []),
    ...(isBareWord('received') ? ['how many records were received, which, and when'] : []),
    ...(has('trail') && has('authorised') ? [] : ['that the fetch was authorised under your consent']),
    'when it was asked for, and for which dates',
    'when it is to be erased, and whether it was',
    'names and ids',
  ];
}
