import { isDeepStrictEqual } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { z } from 'zod';
import { isDuration, isInstant, isRefusal, participantRoles } from '#domain';
import { clientPlace, parseTrustRoots } from '#platform';
import {
  contact,
  decodeBase64url,
  encodeBase64url,
  eventTypeOf,
  eventTypes,
  isPublicJwk,
  type MessageDefinition,
  messages,
  nodeCryptography,
  parseCompactToken,
  parseReceipt,
  parseStrictJson,
  reachRoots,
  splitCompactToken,
  verifyAccessToken,
  verifyCallToken,
  verifyDpopProof,
  verifyEvent,
  verifyKeyIntroduction,
  verifyKeyRetirement,
  verifyMessage,
  verifyParticipantDescription,
  verifyTrustList,
} from '#protocol';
import { sampleIds } from '#testing';
import { parseExactJson } from '../../../apps/data-provider-adapter/record-sources/exact-json.ts';
import { exactNumber } from '../../../apps/data-provider-adapter/record-sources/exact-number.ts';
import { readCursor } from '../../../apps/data-user-gateway/received-records/read-cursor.ts';
import { alter, alterations } from './json-texts.ts';
import { signAs } from './raw-signing.ts';
import { schemaValues } from './schema-values.ts';
import { createSamples, isTaken, now, type SampleWorld } from './signed-samples.ts';
import { HarmDone, Tally } from './tally.ts';
import { tryFiles } from './try-files.ts';
import { tryPartLines } from './try-part-lines.ts';
import { tryRecordSources } from './try-record-sources.ts';

/** Every parser and verifier: whatever it is given, it answers with a value or a refusal, and takes nothing altered. */
export async function tryParsers(): Promise<Tally> {
  const tally = new Tally('parsers');
  const world = await createSamples();
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ maxLength: 200 }),
    fc.base64String({ maxLength: 200 }),
    fc
      .tuple(fc.string(), fc.string(), fc.string())
      .map((parts) => parts.map((p) => Buffer.from(p).toString('base64url')).join('.')),
    fc.tuple(fc.constantFrom(...world.samples), alterations).map(([{ token }, changes]) => alter(token, changes)),
  );
  const read = readers(world);
  for (const [name, parse] of Object.entries(read))
    await tally.hold(`${name} answers whatever it is given`, texts, 0.4 / Object.keys(read).length, parse);

  const altered = fc.tuple(fc.constantFrom(...world.samples), alterations);
  await tally.hold('an altered token is refused', altered, 0.2, async ([sample, changes]) => {
    const token = alter(sample.token, changes);
    if (token !== sample.token && isTaken(await sample.verify(token))) throw new HarmDone('accepted', 'taken');
  });
  const given = fc.tuple(fc.constantFrom(...world.samples), fc.anything({ withNullPrototype: true }), fc.nat(20));
  await tally.hold('any claims, rightly signed, get an answer', given, 0.1, async ([sample, value, at]) => {
    const [header = '', payload = ''] = sample.token
      .split('.')
      .map((text) => Buffer.from(text, 'base64url').toString());
    const claims = Object.entries(JSON.parse(payload || '{}'));
    claims[at % claims.length] = [claims[at % claims.length]?.[0] ?? 'x', jsonOf(value)];
    await sample.verify(signAs(sample.signer, JSON.parse(header), Object.fromEntries(claims)));
  });
  await trySchemas(tally);
  await tryPartLines(tally, 0.4);
  await tryFiles(tally, 0.4);
  await tryRecordSources(tally, 0.4);
  return tally;
}

function jsonOf(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null');
  } catch {
    return String(typeof value);
  }
}

/** Given any text. What comes of it is looked at only where it can be compared. */
function readers({ context, network }: SampleWorld): Record<string, (text: string) => unknown> {
  const at = context(sampleIds.provider);
  const url = 'https://bank.example/api/x';
  const call = { token: '', method: 'GET', url };
  const roots = [{ operator: sampleIds.registry, jwk: network.members.registry.signers['trust-list'].publicJwk }];
  const refuses = (verify: (text: string) => unknown) => async (text: string) => {
    if (isTaken(await verify(text))) throw new HarmDone('accepted', 'taken');
  };
  return {
    parseStrictJson,
    splitCompactToken,
    parseCompactToken: (text) => parseCompactToken(text, { typ: 'call+jwt', maxBytes: 4096 }),
    decodeBase64url: (text) => {
      const bytes = decodeBase64url(text);
      if (bytes !== undefined && encodeBase64url(bytes) !== text) throw new HarmDone('accepted', 'a second spelling');
    },
    verifyMessage: refuses((text) =>
      Promise.all(messages.map((message) => verifyMessage(message as MessageDefinition<object>, text, at))).then(
        (all) => all.find(isTaken),
      ),
    ),
    verifyEvent: refuses((text) => verifyEvent(text, participantRoles, at)),
    verifyCallToken: refuses((token) => verifyCallToken({ ...call, token }, participantRoles, at)),
    'verifyCallToken, of any address': refuses((text) =>
      verifyCallToken({ ...call, token: 'a.b.c', url: text, method: text }, participantRoles, at),
    ),
    verifyAccessToken: refuses((text) => verifyAccessToken(text, at)),
    verifyDpopProof: refuses((proof) =>
      verifyDpopProof({ ...call, proof, accessToken: undefined, now, cryptography: nodeCryptography }),
    ),
    verifyKeyIntroduction: refuses((text) => verifyKeyIntroduction(text, at)),
    verifyKeyRetirement: refuses((text) => verifyKeyRetirement(text, at)),
    parseReceipt: refuses(async (text) => parseReceipt(text)),
    verifyTrustList: refuses((text) => verifyTrustList(text, { roots: [], now, cryptography: nodeCryptography })),
    verifyParticipantDescription: (text) => verifyParticipantDescription(text, nodeCryptography),
    reachRoots: (text) => reachRoots(roots, [text], sampleIds.registry, nodeCryptography),
    'parseTrustRoots, which may throw an Error': (text) => {
      try {
        parseTrustRoots(text);
      } catch (error) {
        if (error instanceof TypeError && /undefined|null/.test(error.message)) throw error;
      }
    },
    isInstant: (text) => {
      if (isInstant(text) && new Date(text).toISOString() !== text) throw new HarmDone('accepted', 'no instant');
    },
    isDuration,
    isPublicJwk: (text) => isPublicJwk({ kty: 'EC', crv: 'P-256', x: text, y: text }),
    eventTypeOf: (text) => eventTypeOf(`urn:assent:event:${text}`),
    contact: (value) => contact.safeParse({ kind: 'email', value }),
    clientPlace,
    readCursor: (text) => readCursor(text),
    parseExactJson,
    exactNumber,
  };
}

/** Two validators of one form: what ours takes, one that knows nothing of ours must take from the published schema. */
async function trySchemas(tally: Tally): Promise<void> {
  const forms: [string, z.ZodType][] = [
    ...messages.map(({ typ, schema }) => [typ, schema as z.ZodType] as [string, z.ZodType]),
    ...Object.entries(eventTypes).map(([name, { state }]) => [name, state] as [string, z.ZodType]),
  ];
  for (const [name, schema] of forms) {
    const published = z.toJSONSchema(schema, { io: 'input' }) as Record<string, unknown>;
    const validate = new Ajv2020({ strict: false, allowUnionTypes: true, validateFormats: false }).compile(published);
    const values = schemaValues(published, { spoil: true });
    await tally.hold(`${name} takes nothing that its JSON Schema refuses`, values, 0.3 / forms.length, (value) => {
      const json = jsonOf(value);
      const taken = schema.safeParse(json);
      if (!taken.success) return;
      if (!validate(json)) throw new HarmDone('accepted', JSON.stringify(validate.errors?.[0]));
      if (isRefusal(taken.data) || !isDeepStrictEqual(taken.data, json))
        throw new HarmDone('accepted', 'read as something else');
    });
  }
}
