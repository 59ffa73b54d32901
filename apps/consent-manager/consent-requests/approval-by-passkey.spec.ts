import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  approvalChallenge,
  approvalDigests,
  type ConsentArtefactFields,
  contentOf,
  nodeCryptography,
  type PasskeyEvidence,
  type SaltedArtefact,
  verifyAssertion,
} from '#protocol';
import { alteredAt, leavesOf } from '#testing';
import { offerAccounts } from '../spec-support/accounts-under-test.ts';
import { askConsent } from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { PasskeyUnderTest } from '../spec-support/passkey-under-test.ts';
import { type Answer, Person, payloadOf } from '../spec-support/person-under-test.ts';

let world: ManagerUnderTest;
let asha: Person;
let passkey: PasskeyUnderTest;
let database: Client;

beforeAll(async () => {
  world = await startManager();
  database = new Client({ connectionString: world.databaseUrl });
  await database.connect();
  await database.query('SET search_path = consent_manager');
  offerAccounts(world);
  asha = await Person.signIn(world, 'asha');
  await asha.link(world.bank.id);
  await asha.link(world.hospital.id);
  passkey = await PasskeyUnderTest.make(world, asha);
});

afterAll(async () => {
  await database.end();
  await world.stop();
});

/** An account of her own at the bank. */
async function signInWithAccount(name: string) {
  world.counterparts.accounts.set(world.bank.id, [
    { linkId: uuidv7(), label: 'Savings', dataTypes: ['bank.transaction'] },
  ]);
  const person = await Person.signIn(world, name);
  const [link] = await person.link(world.bank.id);
  return { person, linkId: link?.id };
}

/** As much as a request can hold: two data providers, fields, a filter, a frequency. */
const whole = {
  dataTypes: [
    { type: 'bank.transaction', fields: ['bookedAt', 'amount'] },
    { type: 'bank.account-summary' },
    { type: 'fhir-r4.immunization' },
  ],
  fetchType: 'PERIODIC',
  frequency: { max: 4, per: 'MONTH' },
  dataFilter: [{ type: 'bank.transaction', field: 'amount', operator: '<=', value: '1000' }],
} as const;
const decision = { narrowing: { frequency: { max: 2, per: 'MONTH' }, dataLife: 'P7D' } };

const path = (handle: string, act: string) => `/me/consent-requests/${handle}/${act}`;
const outcomeOf = ({ status, json }: Answer) => (status === 200 ? 'approved' : json.code);

async function prepare(handle: string, narrowed: object = decision): Promise<Answer> {
  const prepared = await asha.post(path(handle, 'approval'), narrowed);
  if (prepared.status !== 200) throw new Error(prepared.text);
  return prepared;
}

/** Salts and all: a page is not told them. */
async function artefactsOf(draftId: string): Promise<SaltedArtefact[]> {
  const { rows } = await database.query('SELECT artefacts FROM approval_drafts WHERE id = $1', [draftId]);
  return rows[0].artefacts;
}

async function rewrite(draftId: string, artefacts: unknown): Promise<void> {
  const values = [draftId, JSON.stringify(artefacts)];
  await database.query('UPDATE approval_drafts SET artefacts = $2 WHERE id = $1', values);
}

const challengeOf = async (artefacts: unknown) =>
  approvalChallenge(await approvalDigests(artefacts as SaltedArtefact[]));

describe('what is prepared', () => {
  it('is shown before it is signed: what each data provider gives, under which terms, from which accounts', async () => {
    const handle = await askConsent(world, asha.principal, whole);
    const { json } = await prepare(handle);
    expect(json.terms).toMatchObject({ frequency: { max: 2, per: 'MONTH' }, dataLife: 'P7D' });
    expect(json.narrowedFrom.map(({ term }: { term: string }) => term)).toEqual(['frequency', 'dataLife']);
    const shown = json.providers.map((one: Answer['json']) => [
      one.dataProvider.name,
      one.accounts.map(({ label }: { label: string }) => label),
      one.terms.dataTypes.map(({ type }: { type: string }) => type),
    ]);
    expect(shown).toEqual([
      ['The bank', ['Savings', 'Loans'], ['bank.transaction', 'bank.account-summary']],
      ['The hospital', ['Ward'], ['fhir-r4.immunization']],
    ]);
    expect(json.publicKey).toMatchObject({ userVerification: 'required', challenge: expect.any(String) });
    expect(json.publicKey.challenge).toBe(await challengeOf(await artefactsOf(json.draftId)));
  });

  it('has nothing to sign for one without a passkey, who approves as ever', async () => {
    const { person: ravi } = await signInWithAccount('ravi');
    const handle = await askConsent(world, ravi.principal);
    const { json } = await ravi.post(path(handle, 'approval'), {});
    expect(json).toMatchObject({ draftId: null, expiresAt: null, publicKey: null });
    expect(json.providers).toHaveLength(1);
    expect(outcomeOf(await ravi.post(path(handle, 'approve'), {}))).toBe('approved');
  });
});

describe('approving with the passkey', () => {
  it('issues exactly the artefacts that were signed, and keeps what shows it', async () => {
    const handle = await askConsent(world, asha.principal, whole);
    const prepared = await prepare(handle);
    const drafted = await artefactsOf(prepared.json.draftId);
    const answer = await asha.post(path(handle, 'approve'), await passkey.sign(prepared));
    expect(answer.status, answer.text).toBe(200);
    const { counterparts, evidence } = answer.json;
    const issued = counterparts.map((one: { artefact: string; evidenceSalt: string }) => ({
      salt: one.evidenceSalt,
      artefact: contentOf(payloadOf<Parameters<typeof contentOf>[0]>(one.artefact)),
    }));
    expect(issued).toEqual(drafted);
    for (const { artefact } of counterparts)
      expect(payloadOf<ConsentArtefactFields>(artefact).approval.method).toBe('passkey');
    expect(evidence).toMatchObject({ method: 'passkey', passkey: { digests: await approvalDigests(drafted) } });
    const challenge = await challengeOf(issued);
    expect(await verifyAssertion(evidence.passkey, challenge, nodeCryptography)).toBeUndefined();
    expect((await asha.get('/me')).json).toMatchObject({ hasPasskey: true, sessionMethod: 'passkey' });
  });

  it('is the only way for one who has a passkey', async () => {
    const handle = await askConsent(world, asha.principal);
    expect(outcomeOf(await asha.post(path(handle, 'approve'), {}))).toBe('passkey-required');
    const again = await Person.signIn(world, 'asha');
    expect(outcomeOf(await again.post(path(handle, 'approve'), {}))).toBe('passkey-required');
    expect(outcomeOf(await passkey.approve(handle))).toBe('approved');
  });

  it('twice answers the same consent', async () => {
    const handle = await askConsent(world, asha.principal);
    const signed = await passkey.sign(await prepare(handle, {}));
    const [first, second] = [
      await asha.post(path(handle, 'approve'), signed),
      await asha.post(path(handle, 'approve'), signed),
    ];
    expect([first.status, second.status, second.json.id]).toEqual([200, 200, first.json.id]);
  });
});

describe('what was prepared in another window', () => {
  it('is not approved where the request was approved otherwise meanwhile, and is told so', async () => {
    const handle = await askConsent(world, asha.principal);
    const here = await passkey.sign(await prepare(handle, {}));
    const elsewhere = await prepare(handle, { narrowing: { dataLife: 'P1D' } });
    const { json } = await asha.post(path(handle, 'approve'), await passkey.sign(elsewhere));
    expect(json.terms.dataLife).toBe('P1D');
    expect(outcomeOf(await asha.post(path(handle, 'approve'), here))).toBe('approved-otherwise');
    expect((await asha.get(`/me/consents/${json.id}`)).json.terms.dataLife).toBe('P1D');
  });
});

describe('an assertion made for one set of terms', () => {
  let handle: string;
  let prepared: Answer;
  let artefacts: SaltedArtefact[];
  let places: (readonly (string | number)[])[];

  beforeEach(async () => {
    handle = await askConsent(world, asha.principal, whole);
    prepared = await prepare(handle);
    artefacts = await artefactsOf(prepared.json.draftId);
    places = leavesOf(artefacts);
  });

  it('is refused for any other: each field of each artefact, altered in what she signed', async () => {
    expect(artefacts.map(({ artefact }) => artefact.for)).toEqual(['data-user', 'data-provider', 'data-provider']);
    expect(places.length).toBeGreaterThan(80);
    const outcomes = [];
    for (const place of places) {
      const challenge = await challengeOf(alteredAt(artefacts, place));
      const signed = await passkey.sign(prepared, { challenge });
      outcomes.push([place.join('.'), outcomeOf(await asha.post(path(handle, 'approve'), signed))]);
    }
    expect(outcomes).toEqual(places.map((place) => [place.join('.'), 'passkey-refused']));
    expect(outcomeOf(await asha.post(path(handle, 'approve'), await passkey.sign(prepared)))).toBe('approved');
  });

  it('is refused for any other: each field of each artefact, altered in what is kept to be issued', async () => {
    const signed = await passkey.sign(prepared);
    const outcomes = [];
    for (const place of places) {
      await rewrite(prepared.json.draftId, alteredAt(artefacts, place));
      outcomes.push([place.join('.'), outcomeOf(await asha.post(path(handle, 'approve'), signed))]);
    }
    // Salt and id of an artefact are by chance: the draft is made again with the altered one, and she did not sign that.
    const isByChance = (place: string) => /\.(salt|artefactId)$/.test(place);
    expect(outcomes).toEqual(
      places
        .map((place) => place.join('.'))
        .map((place) => [place, isByChance(place) ? 'passkey-refused' : 'approval-draft-changed']),
    );
    await rewrite(prepared.json.draftId, artefacts);
    expect(outcomeOf(await asha.post(path(handle, 'approve'), signed))).toBe('approved');
  });

  it('is refused for any other: each field of each artefact, altered in what is opened offline', async () => {
    const { json } = await asha.post(path(handle, 'approve'), await passkey.sign(prepared));
    const evidence = json.evidence.passkey as PasskeyEvidence;
    for (const place of places) {
      const refusal = await verifyAssertion(evidence, await challengeOf(alteredAt(artefacts, place)), nodeCryptography);
      expect(refusal, place.join('.')).toMatchObject({ code: 'passkey-refused', detail: 'challenge' });
    }
  });

  it('is refused where an artefact is left out, added or moved', async () => {
    const [first, second, third] = artefacts;
    for (const other of [
      [first, second],
      [first, third, second],
      [...artefacts, third],
      [second, first, third],
    ]) {
      const signed = await passkey.sign(prepared, { challenge: await challengeOf(other) });
      expect(outcomeOf(await asha.post(path(handle, 'approve'), signed))).toBe('passkey-refused');
    }
  });

  it('is refused for what was prepared otherwise, before or after', async () => {
    const signed = await passkey.sign(prepared);
    const newer = await prepare(handle, {});
    const { draftId } = newer.json;
    expect(outcomeOf(await asha.post(path(handle, 'approve'), signed))).toBe('approval-draft-changed');
    expect(outcomeOf(await asha.post(path(handle, 'approve'), { ...signed, draftId }))).toBe('passkey-refused');
    expect(outcomeOf(await asha.post(path(handle, 'approve'), await passkey.sign(newer)))).toBe('approved');
  });

  it('is refused for another request with the same terms', async () => {
    const other = await askConsent(world, asha.principal, whole);
    const signed = await passkey.sign(prepared);
    expect(outcomeOf(await asha.post(path(other, 'approve'), signed))).toBe('approval-draft-changed');
    const { draftId } = (await prepare(other)).json;
    expect(outcomeOf(await asha.post(path(other, 'approve'), { ...signed, draftId }))).toBe('passkey-refused');
  });
});

describe('what was prepared does not stand any more', () => {
  const approve = async (handle: string, signed: object, by = asha) =>
    outcomeOf(await by.post(path(handle, 'approve'), signed));

  it('after five minutes', async () => {
    const handle = await askConsent(world, asha.principal);
    const signed = await passkey.sign(await prepare(handle, {}));
    world.clock.advance(300);
    expect(await approve(handle, signed)).toBe('approval-draft-changed');
  });

  it('once an account it names is not linked any more', async () => {
    const { person: meera, linkId } = await signInWithAccount('meera');
    const hers = await PasskeyUnderTest.make(world, meera);
    const handle = await askConsent(world, meera.principal);
    const prepared = await meera.post(path(handle, 'approval'), {});
    expect((await meera.delete(`/me/account-links/${linkId}`)).status).toBeLessThan(300);
    expect(await approve(handle, await hers.sign(prepared), meera)).toBe('approval-draft-changed');
  });

  it('once the request is decided', async () => {
    const handle = await askConsent(world, asha.principal);
    const signed = await passkey.sign(await prepare(handle, {}));
    await asha.post(path(handle, 'reject'), {});
    expect(await approve(handle, signed)).toBe('request-not-pending');
  });

  it('for someone else, nor with the passkey of someone else', async () => {
    const ravi = await Person.signIn(world, 'ravi');
    const his = await PasskeyUnderTest.make(world, ravi);
    const handle = await askConsent(world, asha.principal);
    const prepared = await prepare(handle, {});
    expect(await approve(handle, await passkey.sign(prepared), ravi)).toBe('not-found');
    const { challenge, rpId } = prepared.json.publicKey;
    const response = await his.device.use({ challenge, rpId }, { origin: world.url });
    expect(await approve(handle, { draftId: prepared.json.draftId, response })).toBe('passkey-refused');
  });
});
