import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orRefuse } from '#domain';
import { Database, sql } from '#platform';
import { consentArtefactMessage, consentHandleMessage, digestOfCanonical, verifyMessage } from '#protocol';
import { eventually } from '#testing';
import { offerAccounts } from '../spec-support/accounts-under-test.ts';
import { askConsent, giveConsent } from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { sampleTerms } from '../spec-support/member-under-test.ts';
import { type Answer, Person, payloadOf } from '../spec-support/person-under-test.ts';
import { ExpireRequests } from './expire-requests.ts';

let world: ManagerUnderTest;
let asha: Person;
let ravi: Person;
let accounts: ReturnType<typeof offerAccounts>;

beforeAll(async () => {
  world = await startManager();
  accounts = offerAccounts(world);
  asha = await Person.signIn(world, 'asha');
  ravi = await Person.signIn(world, 'ravi');
  await asha.link(world.bank.id);
  await asha.link(world.hospital.id);
});

afterAll(() => world.stop());

const handleOf = ({ text }: Answer) => payloadOf<{ handle: string }>(text).handle;
const wordsOfHerOwn = sql('spec-own-words', 'UPDATE consent_requests SET reason = $2 WHERE handle = $1');
const path = (handle: string, act = '') => `/me/consent-requests/${handle}${act}`;
const artefactsOf = ({ json }: Answer): Record<string, ReturnType<typeof fieldsOf>> =>
  Object.fromEntries(
    json.counterparts.map((one: { participant: { id: string }; artefact: string }) => [
      one.participant.id,
      fieldsOf(one.artefact),
    ]),
  );
// biome-ignore lint/suspicious/noExplicitAny: artefacts are looked into field by field
const fieldsOf = (token: string) => payloadOf<any>(token);

describe('a consent request', () => {
  it('is answered with a signed handle that says what was understood', async () => {
    const terms = sampleTerms(world.clock.now());
    const answer = await world.lender.ask({ principal: asha.principal });
    const verified = await verifyMessage(consentHandleMessage, answer.text, {
      ...world.context(),
      audience: world.lender.id,
    });
    expect(orRefuse(verified).claims).toMatchObject({ termsDigest: digestOfCanonical(terms) });
    expect(answer.headers.get('content-type')).toMatch(/^application\/jwt/);
  });

  it('looks the same from outside whether or not anyone has that id, to the end', async () => {
    const [known, unknown] = [
      await world.lender.ask({ principal: ravi.principal }),
      await world.lender.ask({ principal: 'nobody@consent.example' }),
    ];
    const shape = ({ status, text }: Answer) => [status, Object.keys(payloadOf<object>(text)).sort()];
    expect(shape(unknown)).toEqual(shape(known));
    world.clock.advance(24 * 3600);
    await world.registry.publish({ now: world.clock.now() });
    await world.part(ExpireRequests).sweep();
    for (const answer of [known, unknown]) {
      const { handle, requestId } = payloadOf<{ handle: string; requestId: string }>(answer.text);
      const told = await eventually(() =>
        world.counterparts
          .told(world.lender.id, 'consent-request.expired')
          .find(({ state }) => state['handle'] === handle),
      );
      expect(told.state).toEqual({ handle, requestId });
    }
    asha = await Person.signIn(world, 'asha');
    ravi = await Person.signIn(world, 'ravi');
    expect((await ravi.post(path(handleOf(known), '/approve'), {})).json.code).toBe('request-not-pending');
    expect(await ravi.timeline()).toContain('consent-request.expired');
  });

  it.each([
    ['purpose-unknown', { purpose: { code: 'nosiness', text: 'Because' } }],
    ['data-type-unknown', { dataTypes: [{ type: 'bank.secrets' }] }],
    ['field-unknown', { dataTypes: [{ type: 'bank.transaction', fields: ['secrets'] }] }],
    ['template-unknown', { template: 'blank-cheque' }],
    ['outside-template', { template: 'loan-application', dataLife: 'P2Y' }],
    ['terms-contradictory', { frequency: { max: 1, per: 'DAY' } as const }],
  ])('is refused with %s before a person sees it', async (code, changed) => {
    const terms = sampleTerms(world.clock.now(), changed);
    const answer = await world.lender.ask({ principal: asha.principal, terms: terms as never });
    expect([answer.status, answer.json.code]).toEqual([422, code]);
  });

  it('gets the same handle when it is tried again', async () => {
    const requestId = uuidv7();
    const ask = () => world.lender.ask({ principal: asha.principal }, { requestId });
    const [first, again] = [await ask(), await ask()];
    expect(again.text).toBe(first.text);
  });

  it('is only read and decided by the person it was asked of', async () => {
    const handle = await askConsent(world, asha.principal);
    const unknown = uuidv7();
    for (const [method, act] of [
      ['get', ''],
      ['post', '/approve'],
      ['post', '/reject'],
    ] as const) {
      const [theirs, none] = [await ravi[method](path(handle, act), {}), await ravi[method](path(unknown, act), {})];
      expect([theirs.status, theirs.json.code]).toEqual([404, 'not-found']);
      expect({ ...theirs.json, detail: '' }).toEqual({ ...none.json, detail: '' });
    }
  });
});

describe('saying yes', () => {
  it('gives each counterpart an artefact of its own, with another id and another name for the person', async () => {
    const dataTypes = [{ type: 'bank.transaction' }, { type: 'fhir-r4.immunization' }];
    const handle = await askConsent(world, asha.principal, { dataTypes });
    const answer = await asha.post(path(handle, '/approve'), {});
    expect(answer.status, answer.text).toBe(200);
    const { [world.bank.id]: bank, [world.hospital.id]: hospital, [world.lender.id]: lender } = artefactsOf(answer);
    expect(bank).toMatchObject({ for: 'data-provider', accounts: [accounts.savings], dataProvider: world.bank.id });
    expect(bank?.terms.dataTypes).toEqual([{ type: 'bank.transaction' }]);
    expect(hospital?.terms.dataTypes).toEqual([{ type: 'fhir-r4.immunization' }]);
    expect(lender).toMatchObject({ for: 'data-user', handle });
    expect(lender?.terms.dataTypes).toEqual(dataTypes);
    expect(lender).not.toHaveProperty('accounts');
    expect(lender).not.toHaveProperty('narrowedFrom');
    for (const field of ['artefactId', 'principal', 'jti'] as const) {
      expect(new Set([bank?.[field], hospital?.[field], lender?.[field]]).size).toBe(3);
    }
    const digests = [bank, hospital, lender].map((artefact) => artefact?.approval.evidenceDigest);
    expect(new Set(digests).size).toBe(3);
    for (const { artefact, evidenceSalt: salt } of answer.json.counterparts) {
      const opened = digestOfCanonical({ evidence: answer.json.evidence, salt });
      expect(fieldsOf(artefact).approval.evidenceDigest).toBe(opened);
    }
    for (const [id, { artefactId }] of Object.entries(artefactsOf(answer))) {
      const told = await eventually(() =>
        world.counterparts.told(id, 'consent-artefact.issued').find(({ state }) => state['artefactId'] === artefactId),
      );
      const context = { ...world.context(), audience: id };
      const artefact = await verifyMessage(consentArtefactMessage, String(told.state['artefact']), context);
      expect(orRefuse(artefact).claims.artefactId).toBe(artefactId);
    }
  });

  it('twice at once, or again later, makes one consent', async () => {
    const handle = await askConsent(world, asha.principal);
    const answers = await Promise.all([1, 2, 3].map(() => asha.post(path(handle, '/approve'), {})));
    answers.push(await asha.post(path(handle, '/approve'), {}));
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
    const { json } = await asha.get('/me/consents');
    expect(json.consents.filter((consent: { handle: string }) => consent.handle === handle)).toHaveLength(1);
    expect((await asha.post(path(handle, '/reject'), {})).json.code).toBe('request-not-pending');
  });

  it('otherwise than was approved elsewhere meanwhile is refused, and says that it was approved', async () => {
    const handle = await askConsent(world, asha.principal);
    const { json: first } = await asha.post(path(handle, '/approve'), { narrowing: { dataLife: 'P7D' } });
    for (const otherwise of [{}, { narrowing: { dataLife: 'P1D' } }, { accounts: [uuidv7()] }]) {
      const answer = await asha.post(path(handle, '/approve'), otherwise);
      expect([answer.status, answer.json.code]).toEqual([409, 'approved-otherwise']);
    }
    const again = await asha.post(path(handle, '/approve'), { narrowing: { dataLife: 'P7D' } });
    expect([again.status, again.json.id]).toEqual([200, first.id]);
    expect((await asha.get(path(handle))).json).toMatchObject({ state: 'APPROVED', consentId: first.id });
    expect((await asha.get(`/me/consents/${first.id}`)).json.terms.dataLife).toBe('P7D');
  });

  it('to other accounts than were approved elsewhere meanwhile is refused', async () => {
    const dataTypes = [{ type: 'bank.account-summary' }];
    const handle = await askConsent(world, asha.principal, { dataTypes });
    const [savings] = (await asha.get(path(handle))).json.accounts;
    const { json: first } = await asha.post(path(handle, '/approve'), { accounts: [savings.id] });
    expect((await asha.post(path(handle, '/approve'), {})).json.code).toBe('approved-otherwise');
    expect((await asha.post(path(handle, '/approve'), { accounts: [savings.id] })).json.id).toBe(first.id);
  });

  it('to less shows the difference to the data user alone', async () => {
    const handle = await askConsent(world, asha.principal);
    const { terms } = (await asha.get(path(handle))).json;
    const dataRange = { from: `${terms.dataRange.from.slice(0, 4)}-07-01T00:00:00.000Z`, to: terms.dataRange.to };
    const answer = await asha.post(path(handle, '/approve'), { narrowing: { dataRange, dataLife: 'P1D' } });
    const { [world.bank.id]: bank, [world.lender.id]: lender } = artefactsOf(answer);
    expect(lender?.narrowedFrom).toEqual([
      { term: 'dataRange', asked: terms.dataRange, granted: dataRange },
      { term: 'dataLife', asked: 'P30D', granted: 'P1D' },
    ]);
    expect(bank).not.toHaveProperty('narrowedFrom');
    expect(bank?.terms.dataRange).toEqual(dataRange);
  });

  it.each([
    ['narrowing-widens', { narrowing: { dataLife: 'P9Y' } }],
    ['account-not-yours', { accounts: [uuidv7()] }],
    ['schema-mismatch', { everything: true }],
  ])('is refused with %s, and leaves the request pending', async (code, decision) => {
    const handle = await askConsent(world, asha.principal);
    expect((await asha.post(path(handle, '/approve'), decision)).json.code).toBe(code);
    expect((await asha.get(path(handle))).json.state).toBe('PENDING');
  });

  it('without an account is refused', async () => {
    const handle = await askConsent(world, ravi.principal);
    expect((await ravi.post(path(handle, '/approve'), {})).json.code).toBe('no-account-covers');
  });
});

describe('saying no', () => {
  it('tells the data user, with her reason, once', async () => {
    const handle = await askConsent(world, asha.principal);
    for (const _time of [1, 2]) {
      const answer = await asha.post(path(handle, '/reject'), { reason: 'not-known-to-me' });
      expect(answer.json).toMatchObject({ state: 'REJECTED', reason: 'not-known-to-me' });
    }
    const mine = () =>
      world.counterparts
        .told(world.lender.id, 'consent-request.rejected')
        .filter(({ state }) => state['handle'] === handle);
    await eventually(() => mine()[0]);
    expect(mine().map(({ state }) => state['reason'])).toEqual(['not-known-to-me']);
    expect((await asha.post(path(handle, '/approve'), {})).json.code).toBe('request-not-pending');
  });

  it('in words of her own is refused, and leaves the request pending: the data user is told nothing she typed', async () => {
    const handle = await askConsent(world, asha.principal);
    for (const reason of ['My sister lends me the money', '', 'NOT-NEEDED']) {
      expect((await asha.post(path(handle, '/reject'), { reason })).json.code).toBe('schema-mismatch');
    }
    expect((await asha.get(path(handle))).json).toMatchObject({ state: 'PENDING', reason: null });
  });

  it('that was said in her own words, before there were codes, is read as it was', async () => {
    const handle = await askConsent(world, asha.principal);
    await asha.post(path(handle, '/reject'), {});
    await world.part(Database).read(wordsOfHerOwn, [handle, 'My sister lends']);
    expect((await asha.get(path(handle))).json).toMatchObject({ state: 'REJECTED', reason: 'My sister lends' });
  });
});

describe('a request for what she gave before', () => {
  type Change = { readonly change: string };
  const differs = (changes: (Change & { term: string })[]) =>
    Object.fromEntries(changes.filter(({ change }) => change !== 'same').map(({ term, change }) => [term, change]));
  let lila: Person;

  beforeAll(async () => {
    world.counterparts.accounts.set(world.bank.id, [
      { linkId: uuidv7(), label: 'Savings', dataTypes: ['bank.transaction', 'bank.account-summary'] },
    ]);
    lila = await Person.signIn(world, 'lila');
    await lila.link(world.bank.id);
  });

  it('stands beside nothing where she gave nothing to the one who asks, for this purpose', async () => {
    await giveConsent(world, asha, { purpose: { code: 'account-monitoring', text: 'To watch' } });
    const handle = await askConsent(world, asha.principal, {}, world.shop);
    expect((await asha.get(path(handle))).json).toMatchObject({ renews: null, decidedBy: null });
  });

  it('says what is more, what is less and what stays: of terms as she granted them, and of accounts', async () => {
    const fields = ['bookedAt', 'amount'];
    const dataTypes = [{ type: 'bank.transaction', fields }, { type: 'bank.account-summary' }];
    const first = await giveConsent(world, lila, { dataTypes }, { narrowing: { dataLife: 'P7D' } });
    world.counterparts.accounts.set(world.bank.id, [
      { linkId: uuidv7(), label: 'Loans', dataTypes: ['bank.transaction'] },
    ]);
    await lila.link(world.bank.id);
    const handle = await askConsent(world, lila.principal, {
      dataTypes: [{ type: 'bank.transaction', fields: ['amount', 'counterparty'] }],
      dataLife: 'P30D',
    });
    const { renews } = (await lila.get(path(handle))).json;
    expect(renews).toMatchObject({ consentId: first.id, state: 'ACTIVE', terms: { dataLife: 'P7D' } });
    expect(differs(renews.changes)).toEqual({ dataTypes: 'more', dataLife: 'more' });
    const named = ({ more, less, ...rest }: Record<'more' | 'less', { name: string }[]>) => ({
      ...rest,
      more: more.map(({ name }) => name),
      less: less.map(({ name }) => name),
    });
    const [transactions, summary] = renews.dataTypes.map(named);
    expect(transactions).toMatchObject({ change: 'more', more: ['counterparty'], less: ['bookedAt'] });
    expect(summary).toMatchObject({ type: 'bank.account-summary', change: 'less', more: [] });
    expect(renews.accounts.map(({ label, change }: Change & { label: string }) => [label, change])).toEqual([
      ['Savings', 'same'],
      ['Loans', 'more'],
    ]);
  });

  it('is, once approved, a consent that names the one before it, and is named by it', async () => {
    const [former] = (await lila.get('/me/consents')).json.consents;
    const next = await giveConsent(world, lila, {}, {});
    const [before, after] = await Promise.all([former.id, next.id].map((id) => lila.get(`/me/consents/${id}`)));
    expect(before?.json).toMatchObject({ renews: null, renewedBy: { id: next.id }, decidedBy: null });
    expect(after?.json).toMatchObject({ renews: { id: former.id }, renewedBy: null, decidedBy: null });
    expect((await lila.get(path(next.handle))).json.renews).toBeNull();
  });

  it('stands beside the one before where she has withdrawn the last', async () => {
    const [last, former] = (await lila.get('/me/consents')).json.consents;
    await lila.post(`/me/consents/${last.id}/revoke`, {});
    const handle = await askConsent(world, lila.principal);
    expect((await lila.get(path(handle))).json.renews.consentId).toBe(former.id);
  });
});

describe('the artefact, asked for again', () => {
  it('comes as an event with the state as it is now, to whom it was given alone', async () => {
    const consent = await giveConsent(world, asha);
    const ownPath = `/consent-artefacts/${consent.artefacts[world.bank.id]}`;
    await asha.post(`/me/consents/${consent.id}/pause`, {});
    const answer = await world.bank.call('GET', ownPath);
    expect(answer.headers.get('content-type')).toMatch(/^application\/secevent\+jwt/);
    const [state] = Object.values(payloadOf<{ events: Record<string, object> }>(answer.text).events);
    expect(state).toMatchObject({ state: 'PAUSED', version: 2, artefactId: consent.artefacts[world.bank.id] });
    const others = await world.hospital.call('GET', ownPath);
    const unknown = await world.hospital.call('GET', `/consent-artefacts/${uuidv7()}`);
    expect([others.json.code, unknown.json.code]).toEqual(['consent-unknown', 'consent-unknown']);
  });
});
