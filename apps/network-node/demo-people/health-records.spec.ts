import { describe, expect, it } from 'vitest';
import { RecordSchemas, recordDate } from '#platform';
import type { FhirRecord } from './health-chart.ts';
import { generateHealthRecords } from './health-records.ts';
import { generatePeople } from './people.ts';

const asOf = '2026-11-21T00:00:00.000Z';
const people = generatePeople('demo', 60);
const charts = people.map((person) => ({ person, records: generateHealthRecords(person, 'demo', asOf) }));
const schemas = RecordSchemas.load();
const typeOf = ({ resourceType }: FhirRecord) =>
  `fhir-r4.${resourceType.replace(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}`;
const dateOf = (record: FhirRecord) => {
  const dataType = schemas.catalogue.get(typeOf(record));
  return dataType && recordDate(record, dataType);
};
const codesOf = (records: readonly FhirRecord[], resourceType: string, element: string) =>
  records
    .filter((record) => record.resourceType === resourceType)
    .map((record) => (record[element] as { coding: [{ code: string }] }).coding[0].code);

describe('generated health records', () => {
  it('fit the schemas of their types', () => {
    const problems = charts.flatMap(({ records }) =>
      records.map((record) => schemas.checkRecord(typeOf(record), record)),
    );
    expect(problems.filter((problem) => problem !== undefined)).toEqual([]);
  });

  it('are of every type, and years long for everyone', () => {
    const all = charts.flatMap(({ records }) => records);
    for (const type of schemas.catalogue.keys()) {
      if (type.startsWith('fhir-r4.'))
        expect(all.filter((record) => typeOf(record) === type).length).toBeGreaterThan(0);
    }
    for (const { records } of charts) {
      expect(records.length).toBeGreaterThan(30);
      expect(records.filter((record) => record.resourceType === 'Immunization').length).toBeGreaterThan(0);
    }
  });

  it('are the same for the same seed, others for another', () => {
    for (const { person, records } of charts.slice(0, 5)) {
      expect(generateHealthRecords(person, 'demo', asOf)).toEqual(records);
      expect(generateHealthRecords(person, 'other', asOf)).not.toEqual(records);
    }
  });

  it('have ids of their own', () => {
    const ids = charts.flatMap(({ records }) => records.map((record) => record.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('happened after birth and before now', () => {
    for (const { person, records } of charts) {
      for (const record of records) {
        const date = dateOf(record) ?? person.birthDate;
        expect(date >= person.birthDate && date <= asOf).toBe(true);
      }
    }
  });

  it('refer only to records of the same person', () => {
    for (const { records } of charts) {
      const own = new Set(records.map((record) => `${record.resourceType}/${record.id}`));
      const references = [...JSON.stringify(records).matchAll(/"reference":"([^"]+)"/g)].map(
        ([, reference]) => reference,
      );
      expect(references.filter((reference) => !own.has(reference ?? ''))).toEqual([]);
    }
  });

  it('keep what was written when time goes by', () => {
    const earlier = generateHealthRecords(people[0] ?? fail(), 'demo', '2020-01-01T00:00:00.000Z').map(
      (record) => record.id,
    );
    expect(charts[0]?.records.map((record) => record.id)).toEqual(expect.arrayContaining(earlier));
  });

  it('know no vaccine before it was there, nor for those too young', () => {
    for (const { person, records } of charts) {
      const given = records.filter((record) => record.resourceType === 'Immunization');
      const first = (code: string) =>
        given.filter((record) => codesOf([record], 'Immunization', 'vaccineCode')[0] === code).map(dateOf);
      for (const covid of [...first('207'), ...first('208')]) expect((covid ?? '') >= '2021').toBe(true);
      for (const zoster of first('187'))
        expect(Number(zoster?.slice(0, 4)) - Number(person.birthDate.slice(0, 4))).toBeGreaterThan(49);
      expect(first('187').length % 2).toBe(0);
      expect(first('187').length).toBeLessThan(3);
      expect(codesOf(given, 'Immunization', 'vaccineCode').includes('207') && first('208').length > 0).toBe(false);
    }
  });
});

function fail(): never {
  throw new Error('nobody generated');
}
