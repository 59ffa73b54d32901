import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#domain';
import { parseStrictJson } from './parse-strict-json.ts';

const bytes = (...values: number[]) => new Uint8Array(values);
const nested = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth);

describe('strict JSON', () => {
  it.each([
    ['an object named twice', '{"alg":"ES256","alg":"none"}', 'a member is named twice'],
    ['a name that differs only by its escapes', '{"a":1,"\\u0061":2}', 'a member is named twice'],
    ['the same name deep inside', '{"a":[{"b":{"c":1,"d":2,"c":3}}]}', 'a member is named twice'],
    ['an empty name twice', '{"":1,"":2}', 'a member is named twice'],
    ['a name that looks like an index twice', '{"0":1,"0":1}', 'a member is named twice'],
    [
      'colons and quotes inside strings, and a name twice',
      '{"a:\\"b":"::","a:\\"b":"\\\\"}',
      'a member is named twice',
    ],
    ['__proto__', '{"__proto__":{"admin":true}}', 'a member named __proto__'],
    ['__proto__ by escapes', '{"\\u005f_proto__":1}', 'a member named __proto__'],
    ['arrays nested 33 deep', nested(33, '[', ']'), 'nested deeper than 32'],
    ['arrays nested very deep', nested(50_000, '[', ']'), 'nested deeper than 32'],
    ['an integer that loses a digit', '{"n":9007199254740993}', 'an integer beyond 2^53-1'],
    ['2^53', '9007199254740992', 'an integer beyond 2^53-1'],
    ['a negative integer beyond', '-9007199254740993', 'an integer beyond 2^53-1'],
    ['a number that overflows', '{"n":1e999}', 'a number too large'],
    ['a lone high surrogate', '"\\ud800"', 'a lone surrogate'],
    ['a lone low surrogate in a name', '{"\\udc00":1}', 'a lone surrogate'],
    ['a lone surrogate unescaped', '"\ud800"', 'a lone surrogate'],
    ['a byte order mark', '\ufeff{}', 'not JSON in UTF-8'],
    ['a byte order mark in bytes', bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d), 'not JSON in UTF-8'],
    ['bytes that are not UTF-8', bytes(0x22, 0xff, 0x22), 'not JSON in UTF-8'],
    ['an overlong encoding', bytes(0x22, 0xc0, 0xaf, 0x22), 'not JSON in UTF-8'],
    ['a surrogate in UTF-8', bytes(0x22, 0xed, 0xa0, 0x80, 0x22), 'not JSON in UTF-8'],
    ['nothing', '', 'not JSON in UTF-8'],
    ['a trailing comma', '{"a":1,}', 'not JSON in UTF-8'],
    ['two values', '{}{}', 'not JSON in UTF-8'],
    ['a comment', '{}//', 'not JSON in UTF-8'],
    ['single quotes', "{'a':1}", 'not JSON in UTF-8'],
    ['NaN', 'NaN', 'not JSON in UTF-8'],
    ['a leading zero', '01', 'not JSON in UTF-8'],
    ['a control character in a string', '"\u0001"', 'not JSON in UTF-8'],
  ])('refuses %s', (_what, text, detail) => {
    expect(parseStrictJson(text)).toEqual({ refused: true, code: 'not-strict-json', detail });
  });

  it.each([
    ['arrays nested 32 deep', nested(32, '[', ']')],
    ['the same name in two objects', '[{"a":1},{"a":2},{"a":{"a":3}}]'],
    ['2^53-1', '9007199254740991'],
    ['a fraction', '0.1'],
    ['a surrogate pair', '"\\ud83d\\ude00"'],
    ['names of inherited members', '{"constructor":1,"toString":2,"hasOwnProperty":3}'],
    ['escapes at the end of strings', '{"a\\\\":"\\"","b":"\\\\"}'],
    ['null', 'null'],
  ])('reads %s', (_what, text) => {
    expect(parseStrictJson(text)).toEqual(JSON.parse(text));
    expect(parseStrictJson(new TextEncoder().encode(text))).toEqual(JSON.parse(text));
  });

  it('refuses more values than it is to take, and takes 100,000', () => {
    const list = (items: number) => `[${Array(items).fill('{}').join()}]`;
    expect(parseStrictJson(list(100_000))).toMatchObject({ detail: 'more than 100000 values' });
    expect(isRefusal(parseStrictJson(list(99_999)))).toBe(false);
    expect(isRefusal(parseStrictJson(list(3), { maxItems: 3 }))).toBe(true);
  });

  it('reads JSON that looks like a refusal as JSON', () => {
    expect(isRefusal(parseStrictJson('{"refused":true,"code":"not-found","detail":""}'))).toBe(false);
  });

  it('takes another depth as an argument', () => {
    expect(isRefusal(parseStrictJson('[[[]]]', { maxDepth: 2 }))).toBe(true);
    expect(isRefusal(parseStrictJson('[[]]', { maxDepth: 2 }))).toBe(false);
  });

  it('reads whatever JSON.stringify writes, but what cannot be read exactly', () => {
    const within = fc.jsonValue({ maxDepth: 8, noUnicodeString: false });
    fc.assert(
      fc.property(within, (value) => {
        const text = JSON.stringify(value);
        const read = parseStrictJson(text);
        if (isRefusal(read)) expect(read.detail).toMatch(/beyond|surrogate|__proto__/);
        else expect(read).toEqual(JSON.parse(text));
      }),
    );
  });

  it('never misses a doubled member, wherever it stands', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), fc.jsonValue(), (name, first, second) => {
        const text = `[{${JSON.stringify(name)}:${JSON.stringify(first)},${JSON.stringify(name)}:${JSON.stringify(second)}}]`;
        expect(isRefusal(parseStrictJson(text))).toBe(true);
      }),
    );
  });
});
