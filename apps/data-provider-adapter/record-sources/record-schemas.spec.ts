import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { consentArtefactsFolder, RecordSchemas } from '#platform';

const schemas = RecordSchemas.load();

const immunization = {
  resourceType: 'Immunization',
  id: 'i-1',
  status: 'completed',
  vaccineCode: { coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '140' }] },
  patient: { reference: 'Patient/p-1' },
  occurrenceDateTime: '2024-10-02T09:30:00+02:00',
};
const transaction = {
  transactionId: 'tx-000000001',
  accountNumber: '••••1234',
  bookedAt: '2026-03-01T08:00:00.000Z',
  direction: 'DEBIT',
  amount: 12.5,
  currency: 'EUR',
  balanceAfter: -3.2,
  method: 'CARD',
};

describe('the catalogue of data types', () => {
  it.each([...schemas.catalogue.values()])('$type names exactly the fields of its schema', ({ schema, fields }) => {
    const { properties } = JSON.parse(readFileSync(join(consentArtefactsFolder(), schema), 'utf8'));
    expect(fields).toEqual(Object.keys(properties));
  });

  it.each([...schemas.catalogue.values()])('$type is dated by fields it has', ({ fields, dateFields }) => {
    for (const path of dateFields) expect(fields).toContain(path.split('.')[0]);
  });
});

describe('a record that fits', () => {
  it.each([
    ['fhir-r4.immunization', immunization],
    ['fhir-r4.immunization', { ...immunization, contained: [{ resourceType: 'Location', name: 'x' }] }],
    [
      'fhir-r4.immunization',
      { ...immunization, extension: [{ url: 'http://x.example/y', valueUnknownYet: { a: 1 } }] },
    ],
    ['fhir-r4.patient', { resourceType: 'Patient', birthDate: '1980', _birthDate: { id: 'b' } }],
    ['bank.transaction', transaction],
  ])('%s passes', (type, record) => expect(schemas.checkRecord(type, record)).toBeUndefined());

  it('may say why a required element is absent', () => {
    const { status: _, ...rest } = immunization;
    const url = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
    const record = { ...rest, _status: { extension: [{ url, valueCode: 'masked' }] } };
    expect(schemas.checkRecord('fhir-r4.immunization', record)).toBeUndefined();
  });
});

const without = (record: object, name: string) =>
  Object.fromEntries(Object.entries(record).filter(([k]) => k !== name));

describe('a record that does not fit is refused', () => {
  it.each<[string, string, unknown, string]>([
    ['of another type', 'fhir-r4.condition', { resourceType: 'Immunization', subject: {} }, 'const'],
    ['no object', 'bank.transaction', [transaction], 'type'],
    ['without its patient', 'fhir-r4.immunization', without(immunization, 'patient'), 'required'],
    ['without its status', 'fhir-r4.immunization', without(immunization, 'status'), 'anyOf'],
    ['without its date', 'fhir-r4.immunization', without(immunization, 'occurrenceDateTime'), 'oneOf'],
    ['two of one choice', 'fhir-r4.immunization', { ...immunization, occurrenceString: 'once' }, 'oneOf'],
    ['an unknown field', 'fhir-r4.immunization', { ...immunization, ssn: 'x' }, 'additionalProperties'],
    ['a code off the list', 'fhir-r4.immunization', { ...immunization, status: 'done' }, 'enum'],
    ['a date out of form', 'fhir-r4.immunization', { ...immunization, occurrenceDateTime: '2.10.2024' }, 'pattern'],
    ['a time without zone', 'fhir-r4.immunization', { ...immunization, recorded: '2024-10-02T09:30:00' }, 'pattern'],
    ['an empty list', 'fhir-r4.immunization', { ...immunization, note: [] }, 'minItems'],
    ['a reference that is text', 'fhir-r4.immunization', { ...immunization, patient: 'Patient/p-1' }, 'type'],
    ['a negative amount', 'bank.transaction', { ...transaction, amount: -1 }, 'minimum'],
    ['an unmasked account', 'bank.transaction', { ...transaction, accountNumber: '12345678' }, 'pattern'],
    ['a type off the catalogue', 'bank.loan', transaction, 'data-type-unknown'],
  ])('%s', (_, type, record, keyword) => {
    expect(schemas.checkRecord(type, record)?.map((problem) => problem.keyword)).toContain(keyword);
  });

  it('without any of its values in the answer', () => {
    const record = { ...immunization, vaccineCode: { coding: [{ code: ' sekret ' }], sekret: 1 } };
    expect(JSON.stringify(schemas.checkRecord('fhir-r4.immunization', record))).not.toContain('sekret');
  });
});
