import { createDecipheriv, createHmac, createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from 'hpke';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#domain';
import {
  createRecipientKey,
  exportRecipientKey,
  importRecipientKey,
  type RecipientKey,
  restoreRecipientKey,
} from './recipient-key.ts';
import { openPart, type PartPlace, partContext, sealPart } from './sealed-part.ts';

const place: PartPlace = {
  sessionId: '0197302c-5a00-7000-8000-000000000001',
  n: 1,
  artefactDigest: 'A'.repeat(43),
  provider: 'https://bank.example',
};
const pair = await createRecipientKey();
const privateJwk = await exportRecipientKey(pair);
const recipient = (await importRecipientKey(pair.jwk)) as RecipientKey;
const plaintext = new TextEncoder().encode('{"account":"1","dataType":"bank.transaction","record":{}}\n');
const sealed = await sealPart(recipient, partContext(place), plaintext);

describe('a sealed part', () => {
  it('opens for its recipient, at its place', async () => {
    expect(sealed.length).toBe(plaintext.length + 32 + 16);
    const opened = (await openPart(pair, partContext(place), sealed)) as Uint8Array;
    expect(Buffer.compare(opened, plaintext)).toBe(0);
  });

  it('opens with the key as it was kept', async () => {
    const kept = JSON.parse(JSON.stringify(privateJwk)) as typeof privateJwk;
    const opened = (await openPart(await restoreRecipientKey(kept), partContext(place), sealed)) as Uint8Array;
    expect(Buffer.compare(opened, plaintext)).toBe(0);
  });

  it('is sealed anew each time, by another key', async () => {
    const again = await sealPart(recipient, partContext(place), plaintext);
    expect(Buffer.from(again).subarray(0, 32)).not.toEqual(Buffer.from(sealed).subarray(0, 32));
    expect(Buffer.from(again).subarray(32)).not.toEqual(Buffer.from(sealed).subarray(32));
  });

  it('may be empty, and may be large', async () => {
    for (const bytes of [new Uint8Array(), new Uint8Array(1_048_576).fill(7)]) {
      const part = await sealPart(recipient, partContext(place), bytes);
      expect(Buffer.compare((await openPart(pair, partContext(place), part)) as Uint8Array, bytes)).toBe(0);
    }
  });

  it.each([
    ['in another session', { sessionId: '0197302c-5a00-7000-8000-000000000002' }],
    ['as another part', { n: 2 }],
    ['under another artefact', { artefactDigest: 'B'.repeat(43) }],
    ['from another provider', { provider: 'https://other.example' }],
  ])('does not open %s', async (_what, change) => {
    const opened = await openPart(pair, partContext({ ...place, ...change }), sealed);
    expect(opened).toMatchObject({ code: 'part-tampered' });
  });

  it.each([
    ['with one bit changed', (bytes: Uint8Array) => bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte))],
    [
      'with its tag changed',
      (bytes: Uint8Array) => bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte)),
    ],
    ['with another encapsulated key', (bytes: Uint8Array) => bytes.map((byte, at) => (at === 3 ? byte ^ 1 : byte))],
    ['with an encapsulated key of zeros', (bytes: Uint8Array) => bytes.map((byte, at) => (at < 32 ? 0 : byte))],
    ['cut short', (bytes: Uint8Array) => bytes.subarray(0, -1)],
    ['cut to its key', (bytes: Uint8Array) => bytes.subarray(0, 32)],
    ['cut to nothing', () => new Uint8Array()],
  ])('does not open %s', async (_what, change) => {
    expect(await openPart(pair, partContext(place), change(sealed))).toMatchObject({ code: 'part-tampered' });
  });

  it('does not open with another key', async () => {
    expect(await openPart(await createRecipientKey(), partContext(place), sealed)).toMatchObject({
      code: 'part-tampered',
    });
  });
});

describe('a recipient key', () => {
  const { jwk } = pair;
  const x = (hex: string) => ({ ...jwk, x: Buffer.from(hex.padEnd(64, '0'), 'hex').toString('base64url') });

  it.each([
    ['a private key', privateJwk],
    ['a key of another curve', { ...jwk, crv: 'Ed25519' }],
    ['a key of another type', { ...jwk, kty: 'EC' }],
    ['a key too short', { ...jwk, x: jwk.x.slice(0, -2) }],
    ['a key with padding', { ...jwk, x: `${jwk.x}=` }],
    ['nothing', undefined],
    ['a text', jwk.x],
    // The points of order 1, 2, 4 and 8, and their other spellings: all make a shared secret of zeros.
    ['the point 0', x('00')],
    ['the point 1', x('01')],
    ['a point of order 8', x('e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800')],
    ['another point of order 8', x('5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157')],
    ['the point p - 1', x(`ec${'ff'.repeat(30)}7f`)],
    ['the point p', x(`ed${'ff'.repeat(30)}7f`)],
    ['the point p + 1', x(`ee${'ff'.repeat(30)}7f`)],
  ])('is refused where it is %s', async (_what, key) => {
    expect(await importRecipientKey(key)).toMatchObject({ code: 'recipient-key-invalid' });
  });
});

/** RFC 9180, base mode, receiving side, first message: written from the RFC on node:crypto, to check against. */
function openByTheBook(
  aeadId: number,
  keyBytes: number,
  skR: Buffer,
  pkR: Buffer,
  enc: Buffer,
  info: Uint8Array,
  aad: Uint8Array,
  ct: Buffer,
) {
  const hmac = (key: Uint8Array, ...data: Uint8Array[]) =>
    data.reduce((mac, part) => mac.update(part), createHmac('sha256', key)).digest();
  const labeled = (suite: Buffer) => ({
    extract: (salt: Uint8Array, label: string, ikm: Uint8Array) =>
      hmac(salt, Buffer.from('HPKE-v1'), suite, Buffer.from(label), ikm),
    expand: (prk: Uint8Array, label: string, data: Uint8Array, length: number) =>
      hmac(
        prk,
        Buffer.from([0, length]),
        Buffer.from('HPKE-v1'),
        suite,
        Buffer.from(label),
        data,
        Buffer.from([1]),
      ).subarray(0, length),
  });
  const none = Buffer.alloc(0);
  const b64 = (bytes: Buffer) => bytes.toString('base64url');
  const privateKey = createPrivateKey({ key: { kty: 'OKP', crv: 'X25519', x: b64(pkR), d: b64(skR) }, format: 'jwk' });
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: b64(enc) }, format: 'jwk' });
  const kem = labeled(Buffer.from([...Buffer.from('KEM'), 0, 0x20]));
  const eaePrk = kem.extract(none, 'eae_prk', diffieHellman({ privateKey, publicKey }));
  const shared = kem.expand(eaePrk, 'shared_secret', Buffer.concat([enc, pkR]), 32);
  const hpke = labeled(Buffer.from([...Buffer.from('HPKE'), 0, 0x20, 0, 1, 0, aeadId]));
  const context = Buffer.concat([
    Buffer.from([0]),
    hpke.extract(none, 'psk_id_hash', none),
    hpke.extract(none, 'info_hash', info),
  ]);
  const secret = hpke.extract(shared, 'secret', none);
  const key = hpke.expand(secret, 'key', context, keyBytes);
  const decipher = createDecipheriv(
    keyBytes === 16 ? 'aes-128-gcm' : 'aes-256-gcm',
    key,
    hpke.expand(secret, 'base_nonce', context, 12),
  );
  decipher.setAAD(aad).setAuthTag(ct.subarray(-16));
  return Buffer.concat([decipher.update(ct.subarray(0, -16)), decipher.final()]);
}

describe('HPKE', () => {
  // The RFC has no vector for AES-256-GCM with this KEM: its vector for AES-128-GCM vouches for the plain reading of
  // the RFC above, which then vouches for the suite used here.
  it('read by the book opens the vector of RFC 9180, A.1.1', () => {
    const hex = (text: string) => Buffer.from(text, 'hex');
    const opened = openByTheBook(
      1,
      16,
      hex('4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8'),
      hex('3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d'),
      hex('37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431'),
      hex('4f6465206f6e2061204772656369616e2055726e'),
      hex('436f756e742d30'),
      hex('f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a'),
    );
    expect(opened.toString('utf8')).toBe('Beauty is truth, truth beauty');
  });

  it('read by the book opens what is sealed here, with AES-256-GCM', () => {
    const { info, aad } = partContext(place);
    const bytes = (text: string) => Buffer.from(text, 'base64url');
    const [enc, ct] = [Buffer.from(sealed.subarray(0, 32)), Buffer.from(sealed.subarray(32))];
    const opened = openByTheBook(2, 32, bytes(privateJwk.d), bytes(privateJwk.x), enc, info, aad, ct);
    expect(opened.equals(plaintext)).toBe(true);
    expect(isRefusal(recipient)).toBe(false);
  });

  it('of the library on WebCrypto and this one open what the other sealed', async () => {
    const theirs = new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
    const { info, aad } = partContext(place);
    const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url'));
    const privateKey = await theirs.DeserializePrivateKey(bytes(privateJwk.d));
    const publicKey = await theirs.DeserializePublicKey(bytes(privateJwk.x));
    const [enc, ct] = [sealed.slice(0, 32), sealed.slice(32)];
    expect(await theirs.Open({ privateKey, publicKey }, enc, ct, { info, aad })).toEqual(plaintext);
    const { encapsulatedSecret, ciphertext } = await theirs.Seal(publicKey, plaintext, { info, aad });
    const part = Buffer.concat([encapsulatedSecret, ciphertext]);
    expect(Buffer.from((await openPart(pair, { info, aad }, part)) as Uint8Array).equals(plaintext)).toBe(true);
  });
});
