import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#domain';
import type { PublicJwk } from '../key/jwk.ts';
import type { Cryptography } from './cryptography.ts';
import { nodeCryptography } from './node-cryptography.ts';
import { splitCompactToken } from './parse-compact-token.ts';
import { webCryptography } from './web-cryptography.ts';

interface Vector {
  readonly tcId: number;
  readonly comment: string;
  readonly jws: string;
  readonly result: 'valid' | 'invalid';
}

const { publicKey, tests } = JSON.parse(
  readFileSync(new URL('./vectors/wycheproof-es256.json', import.meta.url), 'utf8'),
) as { publicKey: PublicJwk; tests: Vector[] };

async function verdict(cryptography: Cryptography, jws: string): Promise<'valid' | 'invalid'> {
  const key = await cryptography.importVerificationKey(publicKey);
  const parts = splitCompactToken(jws);
  return !isRefusal(parts) && (await key.verify(parts)) ? 'valid' : 'invalid';
}

describe('the ES256 vectors of Project Wycheproof', () => {
  it.each(tests)('$tcId $comment: $result', async ({ jws, result }) => {
    expect(await verdict(nodeCryptography, jws)).toBe(result);
    expect(await verdict(webCryptography, jws)).toBe(result);
  });
});
