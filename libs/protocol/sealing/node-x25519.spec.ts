import { createPublicKey, diffieHellman, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { isOfLowOrder } from './node-x25519.ts';

const { privateKey } = await promisify(generateKeyPair)('x25519');
const prime = 2n ** 255n - 19n;
/** u-coordinates of the points of order 1, 2, 4 and 8 of Curve25519 and its twist. */
const small = [
  0n,
  1n,
  325606250916557431795983626356110631294008115727848805560023387167927233504n,
  39382357235489614581723060781553021112529911719440698176882885853963445705823n,
  prime - 1n,
];
const spellings = small.flatMap((u) => [u, u + prime].filter((one) => one < 2n ** 255n));

function bytesOf(u: bigint): Buffer {
  return Buffer.from(u.toString(16).padStart(64, '0'), 'hex').reverse();
}

/** What OpenSSL says: it refuses an agreement of zeros. */
function agrees(bytes: Buffer): boolean {
  const x = bytes.toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });
  try {
    return diffieHellman({ privateKey, publicKey }).some((byte) => byte !== 0);
  } catch {
    return false;
  }
}

describe('a public key of low order', () => {
  test.each(spellings.flatMap((u) => [u, u + 2n ** 255n]))('%s is one', (u) => {
    expect([isOfLowOrder(bytesOf(u)), agrees(bytesOf(u))]).toEqual([true, false]);
  });

  test('no other is', () => {
    const others = [2n, 9n, prime - 2n, ...small.slice(0, 4).map((u) => u + 2n)];
    for (const u of others) expect([isOfLowOrder(bytesOf(u)), agrees(bytesOf(u))]).toEqual([false, true]);
  });
});
