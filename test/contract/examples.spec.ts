import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import {
  type ConsentAct,
  type ConsentAsk,
  type ConsentQuestion,
  type ConsentStanding,
  type ConsentTerms,
  checkConsent,
  checkConsentRequest,
  isRefusal,
  moveConsent,
  moveRequest,
  type Narrowing,
  narrowTerms,
  type Refusal,
  type RequestAct,
  type RequestState,
  refuse,
} from '#domain';
import { loadCatalogues, packageRoot } from '#platform';
import {
  approvalChallenge,
  approvalDigests,
  eventTypeOf,
  eventTypes,
  messages,
  nodeCryptography,
  type Participant,
  type PasskeyEvidence,
  parseStrictJson,
  type SaltedArtefact,
  verifyAssertion,
  verifyReceipt,
} from '#protocol';

const folder = join(packageRoot(), 'consent-artefacts');
const readJson = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8'));
const filesIn = (path: string, ending = '.json') =>
  readdirSync(join(folder, path))
    .filter((name) => name.endsWith(ending))
    .sort();

/** A validator that did not write the schemas. */
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { uri: true } });
const validator = (name: string) => {
  const schema = readJson(`schema/${name}.schema.json`);
  return ajv.getSchema(schema.$id) ?? ajv.compile(schema);
};
const schemaOf = (example: { typ?: string; event?: string; schema?: string }) =>
  example.event === undefined ? (example.schema ?? example.typ?.replace('+jwt', '') ?? '') : `events/${example.event}`;

describe('each example of consent-artefacts/examples', () => {
  test.each(filesIn('examples'))('%s fits its JSON Schema', (name) => {
    const example = readJson(`examples/${name}`);
    const [state] = Object.values(example.claims?.events ?? {});
    const validate = validator(schemaOf(example));
    validate(example.event === undefined ? (example.claims ?? example.body) : state);
    expect(validate.errors ?? []).toEqual([]);
  });

  test.each(filesIn('examples'))('%s fits what the code parses with', (name) => {
    const { typ, event, claims } = readJson(`examples/${name}`);
    if (event !== undefined) {
      const [[uri, state]] = Object.entries(claims.events) as [[string, unknown]];
      expect(eventTypeOf(uri)).toBe(event);
      expect(eventTypes[event as keyof typeof eventTypes].state.safeParse(state).error).toBeUndefined();
    } else if (typ !== undefined) {
      const message = messages.find((known) => known.typ === typ);
      expect(message?.schema.safeParse(claims).error).toBeUndefined();
    }
  });

  test.each(filesIn('examples').filter((name) => name.startsWith('08')))(
    '%s verifies by the keys beside it, and not with another word in it',
    async (name) => {
      const { participants, body } = readJson(`examples/${name}`) as { participants: Participant[]; body: object };
      const findParticipant = (id: string) => participants.find((one) => one.id === id);
      const findKey = (id: string, kid: string) => findParticipant(id)?.keys.find((key) => key.kid === kid);
      const context = { now: '2026-12-01T00:00:00.000Z', cryptography: nodeCryptography };
      const verify = (raw: string) => verifyReceipt(raw, { ...context, participants: { findParticipant, findKey } });
      expect(await verify(JSON.stringify(body))).toMatchObject({ ok: true });
      const other = JSON.stringify(body).replace('Fairlend', 'Farlend');
      expect(await verify(other)).toMatchObject({ ok: false });
    },
  );

  it.each(['by-passkey', 'by-standing-choice'])('an artefact %s stands in the receipt of that name', (how) => {
    const { header, claims } = readJson(`examples/03-consent-artefact-${how}.json`);
    const { evidence } = readJson(`examples/08-consent-receipt-${how}.json`).body;
    const read = (token: string) =>
      token
        .split('.')
        .slice(0, 2)
        .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
    expect(evidence.artefacts.map(({ token }: { token: string }) => read(token))).toContainEqual([header, claims]);
    expect(how).toBe(`by-${claims.approval.method}`);
  });

  it('covers every message', () => {
    const shown = new Set(filesIn('examples').map((name) => readJson(`examples/${name}`).typ));
    expect(messages.map(({ typ }) => typ).filter((typ) => !shown.has(typ))).toEqual([]);
  });
});

type Given = Partial<{
  question: ConsentQuestion;
  consentRequest: ConsentAsk;
  now: string;
  narrowing: Narrowing;
  terms: ConsentTerms;
  mayBeNarrowed: boolean;
  json: string;
  typ: string;
  claims: object;
  consentMove: { from: ConsentStanding; act: ConsentAct };
  requestMove: { from: RequestState; act: RequestAct };
  approval: { artefacts: SaltedArtefact[]; assertion: Omit<PasskeyEvidence, 'digests'> };
}>;

const catalogues = loadCatalogues();

async function judge(given: Given): Promise<Refusal | undefined> {
  const asRefusal = (result: unknown) => (isRefusal(result) ? result : undefined);
  if (given.question !== undefined) return checkConsent(given.question);
  if (given.consentRequest !== undefined) return checkConsentRequest(given.consentRequest, catalogues, given.now ?? '');
  if (given.narrowing !== undefined && given.terms !== undefined) {
    return asRefusal(narrowTerms(given.terms, given.narrowing, given.mayBeNarrowed === true));
  }
  if (given.json !== undefined) return asRefusal(parseStrictJson(given.json));
  if (given.consentMove !== undefined) return asRefusal(moveConsent(given.consentMove.from, given.consentMove.act));
  if (given.requestMove !== undefined) return asRefusal(moveRequest(given.requestMove.from, given.requestMove.act));
  if (given.approval !== undefined) {
    const challenge = await approvalChallenge(await approvalDigests(given.approval.artefacts));
    return verifyAssertion(given.approval.assertion, challenge, nodeCryptography);
  }
  const message = messages.find(({ typ }) => typ === given.typ);
  return message?.schema.safeParse(given.claims).success === false ? refuse('schema-mismatch') : undefined;
}

describe('each example of consent-artefacts/examples/refused', () => {
  test.each(filesIn('examples/refused'))('%s is refused with its code', async (name) => {
    const { code, given } = readJson(`examples/refused/${name}`);
    expect((await judge(given))?.code).toBe(code);
  });
});

describe('each template and code list', () => {
  it('is read by every role at start', () => {
    expect(catalogues.templates.size).toBe(filesIn('templates').length);
    expect(catalogues.purposes.size).toBeGreaterThan(0);
    expect(catalogues.dataTypes.size).toBe(filesIn('schema/records').length - 1);
  });

  test.each([...catalogues.templates.values()])('$id asks for listed purposes, types and fields', (template) => {
    for (const purpose of template.purposes) expect(catalogues.purposes.has(purpose)).toBe(true);
    for (const { type, fields = [] } of template.dataTypes) {
      expect(catalogues.dataTypes.get(type)?.fields).toEqual(expect.arrayContaining([...fields]));
    }
  });
});

describe('each JSON Schema', () => {
  test.each([...filesIn('schema'), ...filesIn('schema/events').map((name) => `events/${name}`)])(
    '%s compiles',
    (name) => {
      expect(validator(name.replace('.schema.json', ''))).toBeTypeOf('function');
    },
  );
});
