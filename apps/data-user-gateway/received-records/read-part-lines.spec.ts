import { describe, expect, test } from 'vitest';
import { type RecordJudge, splitLines, takeRecords } from './read-part-lines.ts';

const account = '0198c5a0-1111-7000-8000-000000000001';
const line = (dataType: string, record: object) => JSON.stringify({ account, dataType, record });
const bytes = (...lines: string[]) => Buffer.from(lines.map((text) => `${text}\n`).join(''));
const fits: RecordJudge = () => undefined;
const positive: RecordJudge = (_type, record) =>
  (record as { amount: number }).amount < 0 ? { path: '/amount', keyword: 'minimum' } : undefined;
const asked = [{ type: 'bank.transaction', fields: ['amount'] }, { type: 'bank.account-summary' }];

describe('the lines of a part', () => {
  test('are split at newlines, with or without one at the end', () => {
    const texts = (text: string) => [...splitLines(Buffer.from(text))].map((part) => Buffer.from(part).toString());
    expect(texts('a\nb\n')).toEqual(['a', 'b']);
    expect(texts('a\nb')).toEqual(['a', 'b']);
    expect(texts('')).toEqual([]);
    expect(texts('a\n\nb')).toEqual(['a', '', 'b']);
  });

  test('are counted per account and type', () => {
    const part = bytes(
      line('bank.transaction', { amount: 1 }),
      line('bank.account-summary', { anything: 2 }),
      line('bank.transaction', { amount: 3 }),
    );
    expect(takeRecords(part, asked, 3, fits)).toEqual({
      kept: part,
      counts: [
        { account, dataType: 'bank.transaction', records: 2 },
        { account, dataType: 'bank.account-summary', records: 1 },
      ],
    });
    expect(takeRecords(bytes(), asked, 0, fits)).toEqual({ kept: bytes(), counts: [] });
  });

  test('are kept but for those that do not fit their schema, which are counted with what is wrong', () => {
    const [good, bad] = [line('bank.transaction', { amount: 1 }), line('bank.transaction', { amount: -1 })];
    const taken = takeRecords(bytes(bad, good, bad), asked, 3, positive);
    const problem = { path: '/amount', keyword: 'minimum' };
    expect(taken).toMatchObject({ counts: [{ records: 1, misfits: 2, problem }] });
    expect(Buffer.from((taken as { kept: Uint8Array }).kept).toString()).toBe(`${good}\n`);
  });

  test('are judged as excerpts where only some fields were asked', () => {
    const judged: [string, boolean][] = [];
    const part = bytes(line('bank.transaction', { amount: 1 }), line('bank.account-summary', {}));
    takeRecords(part, asked, 2, (type, _record, excerpt) => void judged.push([type, excerpt]));
    expect(judged).toEqual([
      ['bank.transaction', true],
      ['bank.account-summary', false],
    ]);
  });

  test.each([
    ['a type that was not asked', bytes(line('fhir-r4.patient', {})), 1],
    ['a field that was not asked', bytes(line('bank.transaction', { amount: 1, payee: 'x' })), 1],
    ['a line that is no JSON', bytes('{'), 1],
    ['a member that is named twice', bytes(line('bank.transaction', {}).replace('{}', '{"amount":1,"amount":2}')), 1],
    ['an unknown member', bytes(JSON.stringify({ account, dataType: 'bank.transaction', record: {}, more: 1 })), 1],
    [
      'an unknown member later on',
      bytes(line('bank.transaction', {}), line('bank.transaction', {}).replace('{', '{"more":1,')),
      2,
    ],
    ['a record that is a list later on', bytes(line('bank.transaction', {}), line('bank.transaction', [])), 2],
    [
      'no record later on',
      bytes(line('bank.transaction', {}), JSON.stringify({ account, dataType: 'bank.transaction', more: {} })),
      2,
    ],
    ['an empty line', bytes(line('bank.transaction', {}), ''), 2],
    ['fewer lines than were signed', bytes(line('bank.transaction', {})), 2],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22]), 1],
  ])('are refused for %s', (_name, part, said) => {
    expect(takeRecords(part, asked, said, fits)).toMatchObject({ refused: true, code: 'part-tampered' });
  });

  test('never quote a record in what is said of them', () => {
    const refusal = takeRecords(bytes(line('bank.transaction', { secretField: 'secret value' })), asked, 1, fits);
    expect(JSON.stringify(refusal)).not.toContain('secret');
  });
});
