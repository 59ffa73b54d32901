import { describe, expect, it } from 'vitest';
import { describeDataTypes } from '#domain';
import { RecordSchemas } from '../record-schemas/record-schemas.ts';
import { loadCatalogues } from './load-catalogues.ts';
import { loadDataTypeWords } from './load-data-type-words.ts';

const { dataTypes } = loadCatalogues();
const words = loadDataTypeWords(dataTypes);
const schemas = RecordSchemas.load();

describe('the words of each data type', () => {
  it.each([...dataTypes.values()])('$type has an invented record that fits its schema', ({ type }) => {
    const example = words.get(type)?.example;
    expect(Object.keys(example ?? {}).length).toBeGreaterThan(4);
    expect(schemas.checkRecord(type, example)).toBeUndefined();
  });

  it.each([...dataTypes.values()])('$type has a title for each field, other than its name', ({ type, fields }) => {
    const titles = words.get(type)?.fields;
    for (const field of fields) expect(titles?.get(field)).not.toBe(field);
    expect(titles?.size).toBe(fields.length);
  });
});

describe('what is asked for, as a person reads it', () => {
  it('shows no field that is not asked for, in the example neither', () => {
    const asked = [{ type: 'bank.transaction', fields: ['amount', 'counterparty'] }];
    expect(describeDataTypes(asked, dataTypes, words)).toEqual([
      {
        type: 'bank.transaction',
        title: 'Transactions',
        description: 'Each payment into and out of your account, with date, amount and the other party.',
        fields: [
          { name: 'amount', title: 'Amount' },
          { name: 'counterparty', title: 'The other party' },
        ],
        example: { amount: 42.9, counterparty: { name: 'Corner Shop Example' } },
      },
    ]);
  });

  it('shows every field of the type where none is named', () => {
    const [whole] = describeDataTypes([{ type: 'bank.transaction' }], dataTypes, words);
    expect(whole?.fields.map(({ name }) => name)).toEqual(dataTypes.get('bank.transaction')?.fields);
    expect(whole?.example).toEqual(words.get('bank.transaction')?.example);
  });
});
