import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64url, encodeBase64url } from './base64url.ts';

describe('base64url', () => {
  it('writes and reads any bytes as node does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = encodeBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(decodeBase64url(text)).toEqual(bytes);
      }),
    );
  });

  it.each([
    ['padding', 'Zg=='],
    ['the alphabet of base64', 'ab+/'],
    ['a space', 'Zm 9'],
    ['a line break', 'Zm9v\n'],
    ['a length that no bytes have', 'Zm9vY'],
    ['trailing bits that are not zero, one byte', 'Zh'],
    ['trailing bits that are not zero, two bytes', 'Zm-'],
    ['a character outside ASCII', 'Zmé9'],
    ['a dot', 'Zm.v'],
  ])('refuses %s', (_what, text) => {
    expect(decodeBase64url(text)).toBeUndefined();
  });

  it('reads one spelling of bytes only', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{0,40}$/), (text) => {
        const bytes = decodeBase64url(text);
        if (bytes !== undefined) expect(encodeBase64url(bytes)).toBe(text);
      }),
    );
  });
});
