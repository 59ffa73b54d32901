import { describe, expect, it } from 'vitest';
import { RecordSchemas } from './record-schemas.ts';

const schemas = RecordSchemas.load();

describe('an excerpt of a record', () => {
  it.each<[string, string, object, string | undefined]>([
    ['one field of many', 'bank.transaction', { amount: 3 }, undefined],
    ['nothing at all', 'bank.transaction', {}, undefined],
    ['a field that refers to another file', 'fhir-r4.observation', { code: { text: 'x' } }, undefined],
    ['a field that refers within its file', 'fhir-r4.observation', { component: [{ code: {} }] }, undefined],
    ['a value out of form', 'bank.transaction', { amount: -3 }, 'minimum'],
    ['a nested value out of form', 'fhir-r4.observation', { component: [{}] }, 'required'],
    ['a field its type does not have', 'bank.transaction', { note: 'x' }, 'additionalProperties'],
    ['a type off the catalogue', 'bank.loan', { amount: 3 }, 'data-type-unknown'],
  ])('with %s', (_, type, record, keyword) => {
    expect(schemas.checkExcerpt(type, record)?.[0]?.keyword).toBe(keyword);
  });

  it('is no whole record', () => {
    expect(schemas.checkRecord('bank.transaction', { amount: 3 })?.[0]?.keyword).toBe('required');
  });
});

describe('the kind of a field', () => {
  it.each([
    ['bank.transaction', 'transactionId', 'text'],
    ['bank.transaction', 'direction', 'text'],
    ['bank.transaction', 'valueDate', 'date'],
    ['bank.transaction', 'amount', 'number'],
    ['bank.transaction', 'counterparty', 'nested'],
    ['fhir-r4.patient', 'resourceType', 'text'],
    ['fhir-r4.patient', 'birthDate', 'text'],
    ['fhir-r4.patient', 'active', 'boolean'],
    ['fhir-r4.patient', 'multipleBirthInteger', 'integer'],
    ['fhir-r4.patient', 'name', 'nested'],
  ])('%s %s is %s', (type, field, kind) => {
    expect(schemas.fieldKinds(type).get(field)).toBe(kind);
  });

  it('is known of every field of every type', () => {
    for (const { type, fields } of schemas.catalogue.values()) {
      expect([...schemas.fieldKinds(type).keys()]).toEqual([...fields]);
    }
  });
});
