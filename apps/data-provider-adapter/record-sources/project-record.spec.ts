import { expect, it } from 'vitest';
import { projection } from './project-record.ts';

const record = { resourceType: 'Patient', id: 'p', birthDate: '1980', _birthDate: { id: 'b' } };

it('keeps only the named fields, in their order', () => {
  expect(Object.entries(projection(['birthDate', 'resourceType'])(record))).toEqual([
    ['resourceType', 'Patient'],
    ['birthDate', '1980'],
  ]);
});

it('keeps everything where no fields are named, nothing where the list is empty', () => {
  expect(projection(undefined)(record)).toEqual(record);
  expect(projection([])(record)).toEqual({});
});

it('ignores fields that are not there, inherited ones too', () => {
  expect(projection(['toString', '__proto__', 'gone'])(record)).toEqual({});
});
