import type { Receipt } from '#protocol';
import { type Html, html } from './html-text.ts';

export type Fact = readonly [label: string, value: string | Html];

export function facts(rows: readonly Fact[]): Html {
  return html`<dl>${rows.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
}

/** What a participant was called when the receipt was made. */
export function nameIn(receipt: Receipt, participant: string): string {
  const entities = receipt['dpv:hasRecordOfActivity']['dpv:hasEntity'];
  return entities.find((entity) => entity['@id'] === participant)?.['dpv:hasName'] ?? participant;
}

/** `Transactions, only bookedAt, amount` */
export function dataWords(receipt: Receipt): string[] {
  return receipt['dpv:hasRecordOfActivity']['dpv:hasProcess']['dpv:hasPersonalData'].map((data) => {
    const fields = data['assent:fields'];
    return fields === undefined ? data['dct:title'] : `${data['dct:title']}, only ${fields.join(', ')}`;
  });
}

export function purposeWords(receipt: Receipt): string {
  const purpose = receipt['dpv:hasRecordOfActivity']['dpv:hasProcess']['dpv:hasPurpose'];
  return `${purpose['dct:description']} (${purpose['dct:title']})`;
}

export const list = (items: readonly string[]): Html => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
