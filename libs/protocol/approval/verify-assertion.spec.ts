import { webcrypto } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { alteredAt, leavesOf } from '#testing';
import { encodeBase64url } from '../digest/base64url.ts';
import { digestOf } from '../digest/sha256.ts';
import { nodeCryptography } from '../signature/node-cryptography.ts';
import { webCryptography } from '../signature/web-cryptography.ts';
import { approvalChallenge, approvalDigests, type SaltedArtefact } from './approval-challenge.ts';
import { type PasskeyEvidence, passkeyEvidence } from './passkey-evidence.ts';
import { verifyAssertion } from './verify-assertion.ts';

type Evidence = Omit<PasskeyEvidence, 'digests'>;

const algorithms = {
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  EdDSA: { name: 'Ed25519' },
  RS256: {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
};
type Name = keyof typeof algorithms;
const names = Object.keys(algorithms) as Name[];
const utf8 = new TextEncoder();
const keys = {} as Record<Name, webcrypto.CryptoKeyPair>;
let challenge: string;

beforeAll(async () => {
  for (const name of names)
    keys[name] = (await webcrypto.subtle.generateKey(algorithms[name], true, [
      'sign',
      'verify',
    ])) as webcrypto.CryptoKeyPair;
  challenge = await approvalChallenge([await digestOf('one'), await digestOf('two')]);
});

interface Said {
  readonly clientData?: object;
  readonly flags?: number;
  readonly rpId?: string;
}

async function assertion(by: Name, { clientData = {}, flags = 0x05, rpId = 'consent.example' }: Said = {}) {
  const said = {
    type: 'webauthn.get',
    challenge,
    origin: 'https://consent.example',
    crossOrigin: false,
    ...clientData,
  };
  const clientDataJSON = utf8.encode(JSON.stringify(said));
  const authenticatorData = new Uint8Array([...(await webCryptography.sha256(utf8.encode(rpId))), flags, 0, 0, 0, 1]);
  const signed = new Uint8Array([...authenticatorData, ...(await webCryptography.sha256(clientDataJSON))]);
  const raw = new Uint8Array(await webcrypto.subtle.sign(algorithms[by], keys[by].privateKey, signed));
  const { kty, crv, x, y, n, e } = await webcrypto.subtle.exportKey('jwk', keys[by].publicKey);
  const evidence = passkeyEvidence.omit({ digests: true }).parse({
    publicKey: JSON.parse(JSON.stringify({ kty, crv, x, y, n, e })),
    credentialId: 'AAAA',
    authenticatorData: encodeBase64url(authenticatorData),
    clientDataJSON: encodeBase64url(clientDataJSON),
    signature: encodeBase64url(by === 'ES256' ? derOf(raw) : raw),
  });
  return evidence;
}

/** As authenticators write it. */
function derOf(raw: Uint8Array): Uint8Array {
  const numbers = [raw.subarray(0, 32), raw.subarray(32)].map((number) => {
    const digits = [...number.subarray(number.findIndex((byte) => byte !== 0))];
    const whole = (digits[0] ?? 0) >= 0x80 ? [0, ...digits] : digits;
    return [0x02, whole.length, ...whole];
  });
  const body = numbers.flat();
  return new Uint8Array([0x30, body.length, ...body]);
}

const wrongIn = async (evidence: Evidence, of = challenge, cryptography = nodeCryptography) =>
  (await verifyAssertion(evidence, of, cryptography))?.detail;

describe.each(names)('an assertion by %s', (by) => {
  it('opens, with the cryptography of servers and of browsers', async () => {
    const evidence = await assertion(by);
    expect([await wrongIn(evidence), await wrongIn(evidence, challenge, webCryptography)]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it.each<[string, Said]>([
    ['type', { clientData: { type: 'webauthn.create' } }],
    ['challenge', { clientData: { challenge: 'A'.repeat(43) } }],
    ['crossOrigin', { clientData: { crossOrigin: true } }],
    ['origin', { clientData: { origin: 'nowhere' } }],
    ['rpIdHash', { rpId: 'evil.example' }],
    ['rpIdHash', { clientData: { origin: 'https://sub.consent.example' } }],
    ['flags', { flags: 0x01 }],
    ['flags', { flags: 0x04 }],
  ])('is refused for its %s where it says %j', async (wrong, said) => {
    expect(await wrongIn(await assertion(by, said))).toBe(wrong);
  });

  it('is refused by the key of another', async () => {
    const { publicKey } = await assertion(by === 'ES256' ? 'RS256' : 'ES256');
    expect(await wrongIn({ ...(await assertion(by)), publicKey })).toBe('signature');
  });

  it('is refused with any of its bits turned in the signature', async () => {
    const evidence = await assertion(by);
    const bytes = Buffer.from(evidence.signature, 'base64url');
    for (const at of bytes.keys()) {
      const turned = Buffer.from(bytes);
      turned[at] = (turned[at] ?? 0) ^ 0x01;
      expect(await wrongIn({ ...evidence, signature: turned.toString('base64url') }), `byte ${at}`).toBe('signature');
    }
    const cut = bytes.subarray(0, -1).toString('base64url');
    const grown = Buffer.concat([bytes, Buffer.alloc(1)]).toString('base64url');
    expect([await wrongIn({ ...evidence, signature: cut }), await wrongIn({ ...evidence, signature: grown })]).toEqual([
      'signature',
      'signature',
    ]);
  });
});

it('another salt, field or order of artefacts is another challenge', async () => {
  const artefacts = [
    {
      salt: 'A',
      artefact: { artefactId: '1', terms: { dataLife: 'P30D', dataTypes: [{ type: 'a' }, { type: 'b' }] } },
    },
    { salt: 'B', artefact: { artefactId: '2', terms: { dataLife: 'P30D', dataTypes: [{ type: 'a' }] } } },
  ] as unknown as SaltedArtefact[];
  const challengeOf = async (all: readonly SaltedArtefact[]) => approvalChallenge(await approvalDigests(all));
  const others = [...leavesOf(artefacts).map((place) => alteredAt(artefacts, place)), artefacts.toReversed()];
  const challenges = await Promise.all([artefacts, ...others].map(challengeOf));
  expect(new Set(challenges).size).toBe(others.length + 1);
});
