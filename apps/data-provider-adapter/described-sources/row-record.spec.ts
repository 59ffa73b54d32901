import { describe, expect, it } from 'vitest';
import { RecordSchemas } from '#platform';
import { booking, flatten, transactionSchema, transactionType } from '../spec-support/statements-under-test.ts';
import { RowRecords } from './row-record.ts';

const schemas = RecordSchemas.load();
const row = flatten(booking(1));
const toRecord = (more: Record<string, string | null>, form: object = {}) =>
  new RowRecords({ schema: transactionSchema, accountColumn: 'account', ...form }).toRecord({ ...row, ...more });
const problemOf = (more: Record<string, string | null>) => schemas.checkRecord(transactionType, toRecord(more))?.[0];

describe('a row becomes a record', () => {
  it('typed as its schema says, columns with dots as fields within fields', () => {
    expect(toRecord({ account: 'c-1001' })).toEqual(booking(1));
  });

  it('without fields that are empty', () => {
    expect(toRecord({ valueDate: null, 'counterparty.name': null })).toEqual(
      Object.fromEntries(Object.entries(booking(1)).filter(([name]) => !['valueDate', 'counterparty'].includes(name))),
    );
  });

  it.each([
    ['2026-03-01 08:00:00+00', '2026-03-01T08:00:00.000Z'],
    ['2026-03-01 10:00:00.5+02', '2026-03-01T08:00:00.500Z'],
    ['2026-03-01T10:00:00.120000+02:00', '2026-03-01T08:00:00.120Z'],
    ['2026-03-01T08:00:00Z', '2026-03-01T08:00:00.000Z'],
    ['2026-03-01T13:30:00+0530', '2026-03-01T08:00:00.000Z'],
  ])('%s is the moment %s', (text, moment) => {
    expect(toRecord({ bookedAt: text })).toMatchObject({ bookedAt: moment });
  });

  it('takes a time without zone for one of UTC only where that is said', () => {
    const bookedAt = '2026-03-01 08:00:00';
    expect(problemOf({ bookedAt })).toEqual({ path: '/bookedAt', keyword: 'pattern' });
    expect(toRecord({ bookedAt }, { timesWithoutZoneAre: 'UTC' })).toMatchObject({
      bookedAt: '2026-03-01T08:00:00.000Z',
    });
  });

  it.each([
    ['a figure no number can carry', { amount: '12345678901.123456789' }, '/amount'],
    ['a figure with a comma', { amount: '12,50' }, '/amount'],
    ['a moment finer than a record can say', { bookedAt: '2026-03-01 08:00:00.000001+00' }, '/bookedAt'],
    ['no day', { valueDate: '2026-02-30' }, '/valueDate'],
    ['JSON that is broken', { counterparty: '{"name":', 'counterparty.name': null }, '/counterparty'],
    ['a column the schema does not know', { ssn: '1' }, ''],
    ['a column of a hostile name', { '__proto__.polluted': '1' }, ''],
  ])('never alters %s, so that it is refused', (_, more, path) => {
    expect(problemOf(more)?.path).toBe(path);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('from one column of JSON, whole', () => {
    const form = { jsonColumn: 'record' };
    expect(toRecord({ record: JSON.stringify(booking(2)) }, form)).toEqual(booking(2));
    expect(schemas.checkRecord(transactionType, toRecord({ record: '{' }, form))).toHaveLength(1);
    expect(schemas.checkRecord(transactionType, toRecord({ record: null }, form))).toHaveLength(1);
  });
});

it('fields that refer to other schemas are typed too', () => {
  const schema = 'schema/records/fhir-r4.patient.schema.json';
  const records = new RowRecords({ schema, accountColumn: 'account' });
  expect(
    records.toRecord({
      resourceType: 'Patient',
      active: 't',
      multipleBirthInteger: '2',
      birthDate: '1980',
      name: '[{"family":"Silva"}]',
      'maritalStatus.text': '1',
    }),
  ).toEqual({
    resourceType: 'Patient',
    active: true,
    multipleBirthInteger: 2,
    birthDate: '1980',
    name: [{ family: 'Silva' }],
    maritalStatus: { text: '1' },
  });
});
