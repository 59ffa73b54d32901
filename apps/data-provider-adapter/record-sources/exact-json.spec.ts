import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExactJson } from './exact-json.ts';
import { exactNumber } from './exact-number.ts';

describe('a figure', () => {
  it.each<[string, number | undefined]>([
    ['12.50', 12.5],
    ['0.1', 0.1],
    ['-0.10', -0.1],
    ['007', 7],
    ['1e3', 1000],
    ['123456789012345.67', 123456789012345.67],
    ['12.5000000000', 12.5],
    ['.5', 0.5],
    ['0', 0],
    ['0.000', 0],
    ['9007199254740993', undefined],
    ['12345678901234567.89', undefined],
    ['0.12345678901234567890', undefined],
    ['1e400', undefined],
    ['', undefined],
    ['12,50', undefined],
    ['NaN', undefined],
    ['Infinity', undefined],
    ['0x10', undefined],
    ['1 2', undefined],
  ])('%j is %s', (text, value) => expect(exactNumber(text)).toBe(value));

  // By a pattern that begins again at each zero, the first takes minutes.
  it('may be of half a million zeros', () => {
    expect(exactNumber(`1${'0'.repeat(500_000)}1`)).toBeUndefined();
    expect(exactNumber(`1.${'0'.repeat(500_000)}`)).toBe(1);
  });

  it('comes out as it went in, whichever it is', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(exactNumber(String(value))).toBe(Object.is(value, -0) ? 0 : value);
      }),
    );
    fc.assert(
      fc.property(fc.bigInt({ min: 10n ** 17n, max: 10n ** 20n }), (value) => {
        const read = exactNumber(String(value));
        expect([undefined, String(value)]).toContain(read === undefined ? read : String(read));
      }),
    );
  });
});

describe('JSON', () => {
  it('is read as it stands', () => {
    const record = { a: [1, 2.5, -1e-7, 123456789012345.67, '12345678901234567890', null, true], __b: {} };
    expect(parseExactJson(JSON.stringify(record))).toEqual(record);
  });

  it('keeps a figure that no number can carry as text', () => {
    expect(parseExactJson('{"a":12345678901234567.89,"b":1e999,"c":1e3}')).toEqual({
      a: '12345678901234567.89',
      b: '1e999',
      c: 1000,
    });
  });

  it.each(['-12345678901234567', '[1,-1E999]', '{"a":\n0.12345678901234567}', '[12345678901234567,1]'])(
    'keeps it wherever it stands: %j',
    (text) => {
      const texts: unknown[] = [];
      JSON.stringify(parseExactJson(text), (_, value) => {
        if (typeof value === 'string') texts.push(value);
        return value;
      });
      expect(texts).toEqual([text.match(/-?[\d.]{17,}|-1E999/)?.[0]]);
    },
  );

  it('is nothing where it is none', () => expect(parseExactJson('{"a":')).toBeUndefined());
});
