import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decrypt, encrypt } from './storage-cipher.ts';

const newKey = () => createSecretKey(randomBytes(32));
const key = newKey();
const words = Buffer.from('what was received');

describe('encrypted storage', () => {
  test('opens with the same key at the same place', () => {
    expect(decrypt(key, 'consent|session|0', encrypt(key, 'consent|session|0', words))).toEqual(words);
    expect(decrypt(key, 'empty', encrypt(key, 'empty', new Uint8Array()))).toHaveLength(0);
  });

  test('is another text each time', () => {
    expect(encrypt(key, 'a', words)).not.toEqual(encrypt(key, 'a', words));
  });

  test('does not open with another key, at another place, or where a byte is another', () => {
    const sealed = encrypt(key, 'consent|session|0', words);
    expect(() => decrypt(newKey(), 'consent|session|0', sealed)).toThrow();
    expect(() => decrypt(key, 'consent|session|1', sealed)).toThrow();
    for (const at of [0, 12, sealed.length - 1]) {
      const changed = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
      expect(() => decrypt(key, 'consent|session|0', changed)).toThrow();
    }
    expect(() => decrypt(key, 'consent|session|0', sealed.subarray(0, 20))).toThrow(/cut short/);
  });
});
