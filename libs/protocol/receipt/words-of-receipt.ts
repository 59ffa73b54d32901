import type { Entity, PersonalData } from './receipt-forms.ts';
import type { ReceiptWords } from './receipt-words.ts';

interface WordedRecord {
  readonly 'dpv:hasEntity': readonly Entity[];
  readonly 'dpv:hasProcess': {
    readonly 'dpv:hasPurpose': { readonly 'dct:title': string };
    readonly 'dpv:hasPersonalData': readonly PersonalData[];
  };
}

/** What the record itself calls things: nothing else knows what they were called then. */
export function wordsOf({ 'dpv:hasEntity': entities, 'dpv:hasProcess': process }: WordedRecord): ReceiptWords {
  const names = new Map(entities.map((entity) => [entity['@id'], entity['dpv:hasName']]));
  const titles = new Map(process['dpv:hasPersonalData'].map((data) => [data['dct:identifier'], data['dct:title']]));
  return {
    nameOf: (participant) => names.get(participant) ?? '',
    purposeTitle: () => process['dpv:hasPurpose']['dct:title'],
    dataTypeTitle: (type) => titles.get(type) ?? '',
  };
}
