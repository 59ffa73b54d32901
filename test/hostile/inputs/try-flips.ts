import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRefusal } from '#domain';
import { packageRoot } from '#platform';
import {
  approvalChallenge,
  createRecipientKey,
  importRecipientKey,
  nodeCryptography,
  openPart,
  type PasskeyEvidence,
  partContext,
  sealPart,
  verifyAssertion,
} from '#protocol';
import { createSamples, isTaken } from './signed-samples.ts';
import { HarmDone, Tally } from './tally.ts';

interface Flipped {
  readonly name: string;
  readonly bytes: Uint8Array;
  isTaken(bytes: Uint8Array): Promise<boolean>;
}

/** Every single bit of one of each signed message and of a sealed part; evenly spread ones where fewer are to be tried. */
export async function tryFlips(): Promise<Tally> {
  const tally = new Tally('bit-flips');
  const all = [...(await signed()), ...(await countersigned()), await sealed()];
  const bits = all.reduce((sum, { bytes }) => sum + bytes.length * 8, 0);
  const step = Math.max(1, Math.floor(bits / tally.most));
  for (const { name, bytes, isTaken: isFlippedTaken } of all) {
    if (!(await isFlippedTaken(bytes))) tally.note('refusedGood', name);
    for (let bit = 0; bit < bytes.length * 8; bit += step) {
      await tally.try(`${name}, bit ${bit}`, async () => {
        const flipped = Uint8Array.from(bytes);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        if (await isFlippedTaken(flipped)) throw new HarmDone('accepted', 'taken');
      });
    }
  }
  return tally;
}

async function signed(): Promise<Flipped[]> {
  const { samples } = await createSamples();
  return samples.map(({ name, token, verify }) => ({
    name,
    bytes: Buffer.from(token),
    // As a body arrives: what is no UTF-8 is replaced, here by another character altogether.
    isTaken: async (bytes) => isTaken(await verify(Buffer.from(bytes).toString('latin1'))),
  }));
}

/** Each part of the assertion of a yes by passkey, by the challenge that she signed. */
async function countersigned(): Promise<Flipped[]> {
  const file = join(packageRoot(), 'consent-artefacts', 'examples', '08-consent-receipt-by-passkey.json');
  const evidence = JSON.parse(readFileSync(file, 'utf8')).body.evidence.decision.passkey as PasskeyEvidence;
  const challenge = await approvalChallenge(evidence.digests);
  const { authenticatorData, clientDataJSON, signature, publicKey } = evidence;
  const { x, y } = publicKey as { x: string; y: string };
  const verifyWith = (altered: object) => verifyAssertion({ ...evidence, ...altered }, challenge, nodeCryptography);
  const flipped = (name: string, text: string, change: (text: string) => object): Flipped => ({
    name: `assertion of an approval, its ${name}`,
    bytes: Buffer.from(text, 'base64url'),
    isTaken: async (bytes) => (await verifyWith(change(Buffer.from(bytes).toString('base64url')))) === undefined,
  });
  return [
    flipped('authenticator data', authenticatorData, (text) => ({ authenticatorData: text })),
    flipped('client data', clientDataJSON, (text) => ({ clientDataJSON: text })),
    flipped('signature', signature, (text) => ({ signature: text })),
    flipped('key, x', x, (text) => ({ publicKey: { ...publicKey, x: text } })),
    flipped('key, y', y, (text) => ({ publicKey: { ...publicKey, y: text } })),
  ];
}

async function sealed(): Promise<Flipped> {
  const key = await createRecipientKey();
  const recipient = await importRecipientKey(key.jwk);
  if (isRefusal(recipient)) throw new Error(recipient.detail);
  const place = { sessionId: '1', n: 0, artefactDigest: 'A'.repeat(43), provider: 'https://bank.example' };
  const context = partContext(place);
  return {
    name: 'sealed part',
    bytes: await sealPart(
      recipient,
      context,
      Buffer.from('{"account":"1","dataType":"bank.transaction","record":{}}\n'),
    ),
    isTaken: async (bytes) => isTaken(await openPart(key, context, bytes)),
  };
}
