import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { digestOfCanonical, nodeSha256, sha256Base64url } from './node-sha256.ts';
import { digestOf, webSha256 } from './sha256.ts';

describe('digests', () => {
  // FIPS 180-2, appendix B.1: SHA-256 of "abc".
  const ofAbc = Buffer.from('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'hex');

  it('are SHA-256 in base64url, the same in browsers and servers', async () => {
    expect(sha256Base64url('abc')).toBe(ofAbc.toString('base64url'));
    expect(await digestOf('abc', webSha256)).toBe(ofAbc.toString('base64url'));
    expect(await digestOf(new TextEncoder().encode('abc'), nodeSha256)).toBe(ofAbc.toString('base64url'));
  });

  it('of canonical JSON do not depend on the order of members', async () => {
    expect(digestOfCanonical({ b: 1, a: [1, { d: 2, c: 3 }] })).toBe(
      digestOfCanonical({ a: [1, { c: 3, d: 2 }], b: 1 }),
    );
  });

  // RFC 8785, section 3.2.2 and 3.2.3.
  it('canonical JSON is that of RFC 8785', () => {
    const input = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalJson(input)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('refuse what has no JSON form', () => {
    expect(() => canonicalJson({ n: Number.NaN })).toThrow();
    expect(() => canonicalJson({ s: '\ud800' })).toThrow();
  });
});
