import { describe, expect, it, test } from 'vitest';
import { columnsOf, flatten, toCsv } from './record-table.ts';

const flat = (record: Record<string, unknown>) => new Map(flatten(record));

describe('a record in a table', () => {
  it('has a column for each path', () => {
    const record = { id: 'a', code: { text: 'Asthma', coding: [{ code: '195967001' }] }, active: true, note: null };
    expect(flatten(record)).toEqual([
      ['id', 'a'],
      ['code.text', 'Asthma'],
      ['code.coding', '[{"code":"195967001"}]'],
      ['active', 'true'],
      ['note', null],
    ]);
  });

  it('stands beside others that have other columns', () => {
    expect(columnsOf([flat({ a: 1, b: 2 }), flat({ a: 1, c: { d: 3 } })])).toEqual(['a', 'b', 'c.d']);
  });
});

describe('as CSV', () => {
  it('has the names first, and nothing where a record has nothing', () => {
    expect(toCsv(['a', 'b'], [flat({ a: 1 }), flat({ b: 'two' })])).toBe('a,b\r\n1,\r\n,two\r\n');
  });

  test.each([
    ['plain', 'plain'],
    ['with, comma', '"with, comma"'],
    ['with "quotes"', '"with ""quotes"""'],
    ['two\nlines', '"two\nlines"'],
    ['-12.50', '-12.50'],
    ['=1+1', "'=1+1"],
    ['+SUM(A1)', "'+SUM(A1)"],
    ['@cmd', "'@cmd"],
    ['-cmd|x', "'-cmd|x"],
  ])('%j is written %j', (text, written) => {
    expect(toCsv(['a'], [flat({ a: text })])).toBe(`a\r\n${written}\r\n`);
  });
});
