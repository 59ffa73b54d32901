import { createPrivateKey, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#domain';
import { sha256Base64url } from '../digest/node-sha256.ts';
import { thumbprintOf } from '../key/thumbprint.ts';
import { nodeCryptography } from '../signature/node-cryptography.ts';
import { webCryptography } from '../signature/web-cryptography.ts';
import { createDpopProof, type DpopProofOptions, type ReceivedProof, verifyDpopProof } from './dpop-proof.ts';

const now = '2026-06-01T12:00:00.000Z';
const at = Date.parse(now) / 1000;
const url = 'https://bank.example/api/data-sessions/1/parts/2';
const privateJwk = await nodeCryptography.generateKey();
const signer = await nodeCryptography.createSigner(privateJwk);
const accessToken = 'header.payload.signature';
const made: DpopProofOptions = { signer, method: 'GET', url, accessToken, now };
const call = { method: 'GET', url, accessToken, now, cryptography: nodeCryptography };

async function outcome(proof: string, changed: Partial<ReceivedProof> = {}): Promise<string> {
  const verified = await verifyDpopProof({ ...call, proof, ...changed });
  return isRefusal(verified) ? `${verified.code} ${verified.detail}` : verified.jkt;
}
const invalid = (detail: string) => `proof-of-possession-invalid ${detail}`;

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
function forge(header: object, payload: object): string {
  const input = `${encode(header)}.${encode(payload)}`;
  const key = createPrivateKey({ key: { ...privateJwk }, format: 'jwk' });
  return `${input}.${sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}
const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: signer.publicJwk };
const claims = {
  jti: '0197302c-5a00-7000-8000-000000000001',
  htm: 'GET',
  htu: url,
  iat: at,
  ath: sha256Base64url(accessToken),
};

describe('a DPoP proof', () => {
  it('proves the key, and says how long its jti has to be remembered', async () => {
    const proof = await createDpopProof(made);
    for (const cryptography of [nodeCryptography, webCryptography])
      expect(await verifyDpopProof({ ...call, proof, cryptography })).toEqual({
        jkt: await thumbprintOf(privateJwk),
        jti: expect.stringMatching(/^[\w-]{36}$/),
        expiresAt: '2026-06-01T12:02:00.000Z',
      });
  });

  it.each([
    ['its own call', {}, {}],
    ['its own call with a query', { url: `${url}?a=1` }, { url: `${url}?b=2#c` }],
    ['a call without a token', { accessToken: undefined }, { accessToken: undefined }],
    ['a clock a minute ahead', {}, { now: '2026-06-01T11:59:00.000Z' }],
    ['a call two minutes later, skew included', {}, { now: '2026-06-01T12:01:59.000Z' }],
  ])('holds for %s', async (_what, change, received) => {
    expect(await outcome(await createDpopProof({ ...made, ...change }), received)).toBe(signer.kid);
  });

  it.each([
    ['another method', {}, { method: 'POST' }, 'htm'],
    ['another path', {}, { url: 'https://bank.example/api/data-sessions/1/parts/3' }, 'htu'],
    ['another host', {}, { url: 'https://evil.example/api/data-sessions/1/parts/2' }, 'htu'],
    ['another token', {}, { accessToken: 'a.b.c' }, 'ath'],
    ['a token that it does not name', { accessToken: undefined }, {}, 'ath'],
    ['no token though it names one', {}, { accessToken: undefined }, 'ath'],
    ['a call too late', {}, { now: '2026-06-01T12:02:00.000Z' }, 'message-expired'],
    ['a call before it was made', {}, { now: '2026-06-01T11:58:59.000Z' }, 'message-not-yet-valid'],
  ])('does not hold for %s', async (_what, change, received, detail) => {
    expect(await outcome(await createDpopProof({ ...made, ...change }), received)).toBe(invalid(detail));
  });

  const { x: _x, ...halfKey } = signer.publicJwk;
  it.each([
    ['the private key in it', { ...header, jwk: privateJwk }, claims, 'token-malformed'],
    ['a symmetric key in it', { ...header, jwk: { kty: 'oct', k: 'AAAA' } }, claims, 'token-malformed'],
    ['half a key in it', { ...header, jwk: halfKey }, claims, 'token-malformed'],
    ['a key that names its use', { ...header, jwk: { ...signer.publicJwk, use: 'sig' } }, claims, 'token-malformed'],
    [
      'a point off the curve',
      { ...header, jwk: { ...signer.publicJwk, y: 'A'.repeat(43) } },
      claims,
      'signature-invalid',
    ],
    ['no key in it', { typ: header.typ, alg: header.alg }, claims, 'token-malformed'],
    ['a kid beside the key', { ...header, kid: signer.kid }, claims, 'token-malformed'],
    ['alg none', { ...header, alg: 'none' }, claims, 'algorithm-not-allowed'],
    ['typ JWT', { ...header, typ: 'JWT' }, claims, 'type-not-expected'],
    ['crit', { ...header, crit: ['exp'] }, claims, 'critical-header-not-understood'],
    ['no jti', header, { ...claims, jti: undefined }, 'schema-mismatch'],
    ['a jti of one character', header, { ...claims, jti: 'a' }, 'schema-mismatch'],
    ['iat as text', header, { ...claims, iat: `${at}` }, 'schema-mismatch'],
    ['a claim it should not have', header, { ...claims, sub: 'me' }, 'schema-mismatch'],
  ])('with %s is refused', async (_what, head, payload, detail) => {
    expect(await outcome(forge(head, payload))).toBe(invalid(detail));
  });

  it("signed with another's key is refused", async () => {
    const other = await nodeCryptography.createSigner(await nodeCryptography.generateKey());
    const stolen = forge({ ...header, jwk: other.publicJwk }, claims);
    expect(await outcome(stolen)).toBe(invalid('signature-invalid'));
    expect(await outcome(forge(header, claims))).toBe(signer.kid);
  });
});
