import fc from 'fast-check';
import { isRefusal } from '#domain';
import {
  createRecipientKey,
  exportRecipientKey,
  encodeBase64url,
  importRecipientKey,
  openPart,
  type PartPlace,
  partContext,
  sealPart,
} from '#protocol';
import { isTaken } from './signed-samples.ts';
import { HarmDone, Tally } from './tally.ts';

/** Points of low order of Curve25519 and its twist, and their spellings beyond the prime (RFC 7748, section 6.1). */
const lowOrder = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
].flatMap((hex) => {
  const bytes = Buffer.from(hex, 'hex');
  // The highest bit does not count (section 5): each has a second spelling.
  return [bytes, Buffer.from(bytes.map((byte, at) => (at === 31 ? byte | 0x80 : byte)))];
});

const refuseTaken = (taken: unknown, what: string) => {
  if (isTaken(taken)) throw new HarmDone('accepted', what);
};

export async function trySealing(): Promise<Tally> {
  const tally = new Tally('hpke');
  const [key, other] = [await createRecipientKey(), await createRecipientKey()];
  const recipient = await importRecipientKey(key.jwk);
  if (isRefusal(recipient)) throw new Error(recipient.detail);
  const place: PartPlace = { sessionId: '1', n: 3, artefactDigest: 'A'.repeat(43), provider: 'https://bank.example' };
  const context = partContext(place);
  const sealed = await sealPart(recipient, context, Buffer.from('{"account":"1"}'));
  const open = (bytes: Uint8Array, at = context, by = key) => openPart(by, at, bytes);

  await tally.try('what was sealed opens', async () => {
    if (!isTaken(await open(sealed))) throw new HarmDone('refusedGood', 'does not open');
  });
  for (let length = 0; length < sealed.length; length += 1)
    await tally.try(`cut to ${length} bytes`, async () => refuseTaken(await open(sealed.subarray(0, length)), 'opens'));
  for (const point of lowOrder) {
    const hex = point.toString('hex');
    const forged = Buffer.concat([point, sealed.subarray(32)]);
    await tally.try(`encapsulated ${hex}`, async () => refuseTaken(await open(forged), 'opens'));
    const jwk = { kty: 'OKP', crv: 'X25519', x: encodeBase64url(point) };
    await tally.try(`sealing to ${hex}`, async () => refuseTaken(await importRecipientKey(jwk), 'is sealed to'));
  }
  const again = await sealPart(recipient, context, Buffer.from('{"account":"1"}'));
  const swapped = Buffer.concat([again.subarray(0, 32), sealed.subarray(32)]);
  await tally.try('another encapsulation', async () => refuseTaken(await open(swapped), 'opens'));
  await tally.try('another recipient', async () => refuseTaken(await open(sealed, context, other), 'opens'));

  const places = fc.record({
    sessionId: fc.string(),
    n: fc.nat(9),
    artefactDigest: fc.string(),
    provider: fc.string(),
  });
  await tally.hold('a part opens nowhere else', places, 0.2, async (at) => {
    refuseTaken(await open(sealed, partContext({ ...place, ...at })), 'opens');
  });
  const contexts = fc.tuple(fc.uint8Array(), fc.uint8Array());
  await tally.hold('under another info or aad', contexts, 0.2, async ([info, aad]) => {
    refuseTaken(await open(sealed, { info, aad: context.aad }), 'opens with another info');
    refuseTaken(await open(sealed, { info: context.info, aad }), 'opens with another aad');
  });
  await tally.hold('any bytes', fc.uint8Array({ maxLength: 200 }), 0.2, async (bytes) =>
    refuseTaken(await open(bytes), 'opens'),
  );
  await tally.hold('more bytes', fc.uint8Array({ minLength: 1 }), 0.2, async (more) => {
    refuseTaken(await open(Buffer.concat([sealed, more])), 'opens');
    refuseTaken(await open(Buffer.concat([more, sealed])), 'opens');
  });
  const good = key.jwk;
  const privateJwk = await exportRecipientKey(key);
  const jwks = fc.oneof(
    fc.anything(),
    fc.record({ ...Object.fromEntries(Object.keys(good).map((name) => [name, fc.anything()])) }),
    fc.uint8Array({ maxLength: 70 }).map((bytes) => ({ ...good, x: encodeBase64url(bytes) })),
    fc.constantFrom(
      privateJwk,
      { ...good, crv: 'X448' },
      { ...good, kty: 'EC' },
      { ...good, x: `${good.x}=` },
      { ...good, use: 'enc' },
    ),
  );
  await tally.hold('what is no recipient key', jwks, 0.2, async (jwk) => {
    const imported = await importRecipientKey(jwk);
    const isKey = !isRefusal(imported) && Object.keys(jwk as object).length === 3 && imported.jwk.x.length === 43;
    if (!isRefusal(imported) && !isKey) throw new HarmDone('accepted', 'is sealed to');
  });
  return tally;
}
