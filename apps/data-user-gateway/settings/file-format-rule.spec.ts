import { expect, it } from 'vitest';
import { fileFormatRules } from './file-format-rule.ts';

it('formats are named once for every data type, and once for one apart', () => {
  const named = 'ndjson, bank.transaction=parquet,fhir.patient=ndjson';
  expect(fileFormatRules.parse(named)).toEqual(['ndjson', 'bank.transaction=parquet', 'fhir.patient=ndjson']);
});

it.each([
  ['every data type', 'ndjson,parquet'],
  ['every data type', 'ndjson,ndjson'],
  ['bank.transaction', 'bank.transaction=ndjson,parquet,bank.transaction=parquet'],
])('two formats for %s are refused, in %s', (type, text) => {
  const messages = fileFormatRules.safeParse(text).error?.issues.map(({ message }) => message);
  expect(messages).toEqual([`names more than one format for ${type}: say one`]);
});
