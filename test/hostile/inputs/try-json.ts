import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { isRefusal } from '#domain';
import { parseStrictJson } from '#protocol';
import { alter, alterations, bombs, jsonValues, spellings, spoilers, writeJson } from './json-texts.ts';
import { readReference } from './reference-json.ts';
import { HarmDone, Tally } from './tally.ts';

const BOMB_MS = 2000;

/** The strict reader against texts that are good, spoiled in a known way, and altered at random. */
export async function tryJson(): Promise<Tally> {
  const tally = new Tally('json');
  await tally.hold('good JSON is taken as it is', fc.tuple(jsonValues, spellings), 0.2, ([value, spelling]) => {
    const text = writeJson(value, spelling);
    const read = parseStrictJson(text);
    if (isRefusal(read)) throw new HarmDone('refusedGood', read.detail);
    if (!isDeepStrictEqual(read, JSON.parse(text))) throw new HarmDone('accepted', 'read as something else');
  });
  const spoiled = fc.tuple(jsonValues, fc.constantFrom(...Object.keys(spoilers)), fc.nat(4000));
  await tally.hold('spoiled JSON is refused', spoiled, 0.4, ([value, how, n]) => {
    const text = spoilers[how]?.(JSON.stringify(value), n) ?? '';
    if (!isRefusal(parseStrictJson(text))) throw new HarmDone('accepted', how);
  });
  const altered = fc.tuple(jsonValues, alterations);
  await tally.hold('altered JSON is read as the reference reads it', altered, 0.4, ([value, changes]) =>
    compare(alter(JSON.stringify(value), changes)),
  );
  const bytes = fc.tuple(jsonValues, fc.uint8Array({ minLength: 1, maxLength: 3 }), fc.nat(1000));
  await tally.hold('altered bytes are read as the reference reads them', bytes, 0.2, ([value, spoil, at]) => {
    const text = Buffer.from(JSON.stringify(value));
    const place = at % text.length;
    compare(Buffer.concat([text.subarray(0, place), spoil, text.subarray(place + 1)]));
  });
  for (const [what, make] of Object.entries(bombs)) {
    await tally.try(what, () => {
      const text = make();
      const begun = process.cpuUsage();
      const read = parseStrictJson(text);
      const { user, system } = process.cpuUsage(begun);
      // Of computing: a machine that is busy with something else is no hang.
      if ((user + system) / 1000 > BOMB_MS) throw new HarmDone('hangs', 'took more than two seconds to compute');
      if (!isRefusal(read) && !what.startsWith('a fraction')) throw new HarmDone('accepted', what);
    });
  }
  return tally;
}

function compare(text: string | Uint8Array): void {
  const read = parseStrictJson(text);
  const reference = readReference(text);
  if (reference === undefined) {
    if (!isRefusal(read)) throw new HarmDone('accepted', JSON.stringify(String(text)));
  } else if (isRefusal(read)) throw new HarmDone('refusedGood', read.detail);
  else if (!isDeepStrictEqual(read, reference.value)) throw new HarmDone('accepted', 'read as something else');
}
