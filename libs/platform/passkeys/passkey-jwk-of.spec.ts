import { isoCBOR } from '@simplewebauthn/server/helpers';
import { expect, it } from 'vitest';
import { passkeyJwkOf } from './passkey-jwk-of.ts';

const [x, y, n] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2), new Uint8Array(256).fill(3)];
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const cose = (members: [number, number | Uint8Array][]) => ({
  publicKey: Buffer.from(isoCBOR.encode(new Map(members) as Parameters<typeof isoCBOR.encode>[0])),
});

it.each<[string, [number, number | Uint8Array][], object]>([
  [
    'ES256',
    [
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, x],
      [-3, y],
    ],
    { kty: 'EC', crv: 'P-256', x: text(x), y: text(y) },
  ],
  [
    'EdDSA',
    [
      [1, 1],
      [3, -8],
      [-1, 6],
      [-2, x],
    ],
    { kty: 'OKP', crv: 'Ed25519', x: text(x) },
  ],
  [
    'RS256',
    [
      [1, 3],
      [3, -257],
      [-1, n],
      [-2, new Uint8Array([1, 0, 1])],
    ],
    { kty: 'RSA', n: text(n), e: 'AQAB' },
  ],
])('a key of %s is written as a JWK', (_name, members, jwk) => {
  expect(passkeyJwkOf(cose(members))).toEqual(jwk);
});

it('a key of another kind is none', () => {
  const members: [number, number | Uint8Array][] = [
    [1, 7],
    [3, -48],
    [-1, n],
  ];
  expect(() => passkeyJwkOf(cose(members))).toThrow();
});
