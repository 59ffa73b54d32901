import { type ConsentTerms, dayWords, durationWords, frequencyWords, momentWords } from '#domain';
import type { ConsentReceipt } from '#protocol';
import { approvalWords, yesWords } from './approval-words.ts';
import { artefactClaims } from './artefact-claims.ts';
import { type Html, html } from './html-text.ts';
import { dataWords, type Fact, facts, list, nameIn, purposeWords } from './receipt-facts.ts';

const stateWords = {
  ACTIVE: 'It holds.',
  PAUSED: 'You have paused it: nothing may be fetched until you resume it.',
  REVOKED: 'You have withdrawn it.',
  EXPIRED: 'It has expired.',
} as const;

/** What she said yes to, to whom, and how. */
export function consentSections(receipt: ConsentReceipt): Html {
  const { evidence, 'dpv:hasRecordOfActivity': record } = receipt;
  const { terms } = artefactClaims(evidence.artefacts[0]?.token ?? '');
  const process = record['dpv:hasProcess'];
  const user = nameIn(receipt, process['dpv:hasRecipient']);
  const sources = process['dpv:hasDataSource'].map((source) => nameIn(receipt, source));
  const state = record['assent:state'];
  const { decision, notice } = evidence;
  return html`<p class="lead">${yesWords(decision)}: ${user} may fetch what is listed here from ${sources.join(' and ')}, for this purpose only.</p>
<p class="${state === 'ACTIVE' ? 'good' : 'bad'}">${stateWords[state]} <span class="soft">(when this receipt was issued)</span></p>
<h2>What you agreed to</h2>
${facts([
  ['Who receives it', user],
  ['Who gives it', sources.length === 1 ? (sources[0] ?? '') : list(sources)],
  ['What', list(dataWords(receipt))],
  ...termFacts(terms),
  ['What for', purposeWords(receipt)],
])}
<h2>How you said it</h2>
${facts([
  ['You', decision.principal],
  ['Said yes on', momentWords(decision.approvedAt)],
  ['How', approvalWords(decision)],
  [
    'To withdraw',
    html`at ${nameIn(receipt, receipt['dct:publisher'])}, at any time: <code>${record['dpv:hasConsentControl']['dpv:isExercisedAt']}</code>`,
  ],
])}
${notice === undefined ? html`` : html`<h2>What you were shown</h2><blockquote lang="${notice.language}">${notice.text}</blockquote>`}`;
}

function termFacts(terms: ConsentTerms): Fact[] {
  const { dataRange, consentPeriod, consentMode, dataLife, dataFilter } = terms;
  const filters = dataFilter.map(({ type, field, operator, value }) => `${type} where ${field} ${operator} ${value}`);
  return [
    ['Dated', `${dayWords(dataRange.from)} to ${dayWords(dataRange.to)}`],
    ...(filters.length === 0 ? [] : [['Only', list(filters)] as const]),
    ['How often', frequencyWords(terms.frequency)],
    ['From', momentWords(consentPeriod.start)],
    ['Until', momentWords(consentPeriod.expiry)],
    ['How long kept', consentMode === 'VIEW' ? 'not kept: shown and forgotten' : durationWords(dataLife)],
    [
      'If you withdraw',
      terms.eraseOnRevocation ? 'what was received is erased' : 'what was received stays until its time is up',
    ],
  ];
}
