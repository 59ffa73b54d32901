import { describe, expect, it } from 'vitest';
import { RecordSchemas, recordDate, withinRange } from '#platform';

const { catalogue } = RecordSchemas.load();
const typed = (type: string) => {
  const found = catalogue.get(type);
  if (found === undefined) throw new Error(type);
  return found;
};

describe('what dates a record', () => {
  it.each<[string, string, object, string | undefined]>([
    [
      'its own time zone',
      'fhir-r4.immunization',
      { occurrenceDateTime: '2024-01-01T00:30:00+02:00' },
      '2023-12-31T22:30:00.000Z',
    ],
    ['a day', 'fhir-r4.medication-request', { authoredOn: '2024-05-06' }, '2024-05-06T00:00:00.000Z'],
    ['a month', 'fhir-r4.medication-request', { authoredOn: '2024-05' }, '2024-05-01T00:00:00.000Z'],
    ['a year', 'fhir-r4.condition', { onsetDateTime: '1976' }, '1976-01-01T00:00:00.000Z'],
    [
      'the start of a period',
      'fhir-r4.encounter',
      { period: { start: '2020-02-03T04:05:06Z' } },
      '2020-02-03T04:05:06.000Z',
    ],
    [
      'the first field present',
      'fhir-r4.condition',
      { recordedDate: '2020', onsetPeriod: { start: '2019' } },
      '2019-01-01T00:00:00.000Z',
    ],
    ['a leap second', 'fhir-r4.observation', { issued: '2016-12-31T23:59:60Z' }, '2016-12-31T23:59:59.000Z'],
    ['nothing', 'fhir-r4.patient', { birthDate: '1980-01-01' }, undefined],
    ['a text that is no date', 'fhir-r4.medication-request', { authoredOn: 'soon' }, 'unreadable'],
    ['a field of another shape', 'fhir-r4.encounter', { period: 'x' }, undefined],
  ])('%s', (_, type, record, expected) => expect(recordDate(record, typed(type))).toBe(expected));
});

describe('the data range', () => {
  const range = { from: '2024-01-01T00:00:00.000Z', to: '2025-01-01T00:00:00.000Z' };
  it.each([
    ['its first moment is in', { authoredOn: '2024-01-01T00:00:00Z' }, true],
    ['its last moment is out', { authoredOn: '2025-01-01T00:00:00Z' }, false],
    ['before it is out', { authoredOn: '2023-12-31' }, false],
    ['an undated record is in', {}, true],
    ['an unreadable date is out', { authoredOn: 'soon' }, false],
  ])('%s', (_, record, within) => {
    expect(withinRange(typed('fhir-r4.medication-request'), range)(record)).toBe(within);
  });
});
