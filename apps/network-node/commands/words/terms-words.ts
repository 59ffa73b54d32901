import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ConsentTerms, type DataFilter, dayWords, durationWords, frequencyWords } from '#domain';

/** Data type -> what it is called: `bank.transaction` -> `Transactions`. */
export type DataTypeTitles = ReadonlyMap<string, string>;

/** @param root the project's folder */
export function readDataTypeTitles(root: string): DataTypeTitles {
  const file = join(root, 'consent-artefacts', 'codes', 'data-types.json');
  const { dataTypes } = JSON.parse(readFileSync(file, 'utf8')) as { dataTypes: { type: string; title: string }[] };
  return new Map(dataTypes.map(({ type, title }) => [type, title]));
}

const filterWords = ({ type, field, operator, value }: DataFilter, titles: DataTypeTitles) =>
  `${titles.get(type) ?? type} where ${field} ${operator} ${value}`;

function recordsWords({ dataTypes }: ConsentTerms, titles: DataTypeTitles): string[] {
  return dataTypes.map(({ type, fields }) => {
    const title = titles.get(type) ?? type;
    return fields === undefined ? title : `${title}, only ${fields.join(', ')}`;
  });
}

/** Everything in the terms, label by label. */
export function describeTerms(terms: ConsentTerms, titles: DataTypeTitles): [label: string, value: string][] {
  const { dataRange, consentPeriod, dataFilter } = terms;
  return [
    ['records', recordsWords(terms, titles).join('; ')],
    ['dated', `${dayWords(dataRange.from)} to ${dayWords(dataRange.to)}`],
    ...(dataFilter.length === 0
      ? []
      : [['only', dataFilter.map((filter) => filterWords(filter, titles)).join('; ')] as [string, string]]),
    ['fetched', `${frequencyWords(terms.frequency)}, until ${dayWords(consentPeriod.expiry)}`],
    ['kept', terms.consentMode === 'VIEW' ? 'not kept: shown and forgotten' : durationWords(terms.dataLife)],
    [
      'if withdrawn',
      terms.eraseOnRevocation ? 'what was received is erased' : 'what was received stays until its time is up',
    ],
  ];
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const listWords = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** One sentence of what a yes would allow, or has allowed. */
export function sayTerms(name: string, terms: ConsentTerms, titles: DataTypeTitles): string {
  const records = listWords(recordsWords(terms, titles).map(lowerFirst));
  const { dataRange, consentPeriod, dataLife } = terms;
  const kept =
    terms.consentMode === 'VIEW' ? 'look at them without keeping them' : `keep them for ${durationWords(dataLife)}`;
  return (
    `${name} may fetch your ${records} of ${dayWords(dataRange.from)} to ${dayWords(dataRange.to)}, ` +
    `${frequencyWords(terms.frequency)} until ${dayWords(consentPeriod.expiry)}, and ${kept}.`
  );
}
