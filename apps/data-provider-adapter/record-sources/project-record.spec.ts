import { expect, it } from 'vitest';
import { projectRecord } from './project-record.ts';

const record = { resourceType: 'Patient', id: 'p', birthDate: '1980', _birthDate: { id: 'b' } };

it('keeps only the named fields, in their order', () => {
  expect(Object.entries(projectRecord(record, ['birthDate', 'resourceType']))).toEqual([
    ['resourceType', 'Patient'],
    ['birthDate', '1980'],
  ]);
});

it('keeps everything where no fields are named, nothing where the list is empty', () => {
  expect(projectRecord(record, undefined)).toEqual(record);
  expect(projectRecord(record, [])).toEqual({});
});

it('ignores fields that are not there, inherited ones too', () => {
  expect(projectRecord(record, ['toString', '__proto__', 'gone'])).toEqual({});
});
