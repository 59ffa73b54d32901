import fc from 'fast-check';
import { nodeCryptography, webCryptography } from '#protocol';
import { forge, forgeries, wrongClaims } from './forgeries.ts';
import { createKey, signAs } from './raw-signing.ts';
import { createSamples, isTaken } from './signed-samples.ts';
import { HarmDone, Tally } from './tally.ts';

/** Every way to forge a compact JWS that is known to us, on one of each signed message, by both kinds of cryptography. */
export async function tryTokens(): Promise<Tally> {
  const tally = new Tally('jws');
  const { samples } = await createSamples();
  const stranger = await createKey();

  for (const sample of samples) {
    for (const cryptography of [nodeCryptography, webCryptography])
      await tally.try(`${sample.name} is taken as it is`, async () => {
        if (!isTaken(await sample.verify(sample.token, cryptography))) throw new HarmDone('refusedGood', sample.name);
      });
    for (const [how, make] of Object.entries(forgeries))
      for (let n = 0; n < (tally.most > 2000 ? 9 : 2); n += 1)
        await tally.try(`${sample.name}: ${how} (${n})`, async () =>
          refuseTaken(await sample.verify(await make(forge(sample, stranger, n)))),
        );
    for (const [claim, values] of Object.entries(wrongClaims)) {
      const { header, payload } = forge(sample, stranger, 0);
      if (payload[claim] === undefined || sample.judgedElsewhere?.includes(claim)) continue;
      for (const value of values)
        await tally.try(`${sample.name}: ${claim} is ${JSON.stringify(value)}`, async () => {
          const token = await signAs(sample.signer, header, { ...payload, [claim]: value });
          refuseTaken(await sample.verify(token));
        });
    }
  }

  const draws = fc.tuple(
    fc.nat(samples.length - 1),
    fc.constantFrom(...Object.keys(forgeries)),
    fc.nat(100_000),
    fc.boolean(),
  );
  await tally.hold('a forged token is refused', draws, 1, async ([at, how, n, web]) => {
    const sample = samples[at];
    const make = forgeries[how];
    if (sample === undefined || make === undefined) return;
    const token = await make(forge(sample, stranger, n));
    refuseTaken(await sample.verify(token, web ? webCryptography : nodeCryptography));
  });
  return tally;
}

function refuseTaken(verified: unknown): void {
  if (isTaken(verified)) throw new HarmDone('accepted', 'taken');
}
