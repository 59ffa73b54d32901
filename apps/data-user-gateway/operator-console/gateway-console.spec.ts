import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NumberedTrailEntry } from '#domain';
import { Database, sql } from '#platform';
import { HandSetClock, OperatorClient } from '#testing';
import { type GatewayUnderTest, transactions } from '../spec-support/gateway-under-test.ts';
import { type NetworkUnderTest, startNetwork } from '../spec-support/network-under-test.ts';

const account = '0198c5a0-1111-7000-8000-000000000001';
const clock = new HandSetClock(new Date().toISOString());
let network: NetworkUnderTest;
let gateway: GatewayUnderTest;
let viewer: OperatorClient;
let operator: OperatorClient;
let fetched: string;
let sessionId: string;

beforeAll(async () => {
  network = await startNetwork(clock, { ERASURE_SWEEP_SECONDS: '3600' });
  gateway = network.gateway;
  gateway.provider.parts = [transactions(account, 3), transactions(account, 2, 3)];
  fetched = await gateway.consented();
  const { body } = await gateway.api.post('/data-requests', { consentId: fetched });
  const done = await gateway.api.get(`/data-requests/${body.id}?waitSeconds=15`);
  sessionId = done.body.sessions[0]?.sessionId ?? '';
  viewer = await OperatorClient.join(gateway.role, 'Vera', 'viewer');
  operator = await OperatorClient.join(gateway.role, 'Otto', 'operator');
});
afterAll(() => network.stop());

async function trail(act: string): Promise<NumberedTrailEntry[]> {
  const all = sql('all-trail-entries', 'SELECT entry FROM trail_entries UNION ALL SELECT entry FROM trail_pending');
  const entries = await gateway.app.get(Database, { strict: false }).read<{ entry: string }>(all);
  return entries.map(({ entry }) => JSON.parse(entry) as NumberedTrailEntry).filter((entry) => entry.act === act);
}

async function countAsked(): Promise<number> {
  const count = sql('count-asked', 'SELECT count(*)::int AS asked FROM consent_requests');
  return (await gateway.app.get(Database, { strict: false }).read<{ asked: number }>(count))[0]?.asked ?? 0;
}

describe('composing a consent request', () => {
  it('begins with a template, and shows what the person would see before anything is asked', async () => {
    const { templates } = (await viewer.get('/operator/templates')).json;
    expect(templates.length).toBeGreaterThan(3);
    expect(templates[0].purposeTitles[0].title).toEqual(expect.any(String));
    const asked = gateway.ask();
    const before = await countAsked();
    const { status, json } = await operator.post('/operator/consent-requests/preview', asked);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      dataUser: { name: 'The lender' },
      purpose: { code: 'credit-assessment', title: expect.any(String) },
      notice: asked.notice,
      dataTypes: [{ type: 'bank.transaction', title: expect.any(String) }],
    });
    expect(templates[0].dataTypeTitles[0].title).toEqual(expect.any(String));
    const [{ fields, example }] = json.dataTypes;
    expect(fields).toContainEqual({ name: 'amount', title: expect.stringMatching(/^Amount/) });
    // An invented record, of what is asked for and no more.
    expect(Object.keys(example).sort()).toEqual(fields.map(({ name }: { name: string }) => name).sort());
    expect(await countAsked()).toBe(before);
  });

  it('is refused in the preview as it would be when asked', async () => {
    const wrong = gateway.ask({ purpose: { code: 'any-reason', text: 'Because' } });
    for (const path of ['/operator/consent-requests/preview', '/operator/consent-requests']) {
      expect((await operator.post(path, wrong)).json.code).toBe('purpose-unknown');
    }
  });

  it('ends with asking, by an operator whom the audit trail names', async () => {
    const { status, json } = await operator.post('/operator/consent-requests', gateway.ask());
    expect([status, json.state]).toEqual([201, 'PENDING']);
    expect(await trail('consent-request.asked')).toContainEqual(expect.objectContaining({ operator: operator.id }));
    expect((await viewer.post('/operator/consent-requests', gateway.ask())).json.code).toBe('operator-right-missing');
  });
});

describe('fetching from the console', () => {
  const fetchUnder = (id: string, key?: string) =>
    fetch(`${operator.role.url}/operator/consents/${id}/fetch`, {
      method: 'POST',
      headers: {
        origin: operator.origin,
        cookie: operator.cookie ?? '',
        ...(key !== undefined && { 'idempotency-key': key }),
      },
    });
  const usesLeft = async (id: string) =>
    (await viewer.get('/operator/consents')).json.consents.find((one: { id: string }) => one.id === id).uses.left;

  it('asks for all that was consented, spends one use however often it is sent, and the trail names who asked', async () => {
    const consent = await gateway.consented({ frequency: { max: 2, per: 'DAY' } });
    const sent = [await fetchUnder(consent, 'once'), await fetchUnder(consent, 'once')];
    expect(sent.map(({ status }) => status)).toEqual([202, 202]);
    // biome-ignore lint/suspicious/noExplicitAny: JSON
    const [first, again] = (await Promise.all(sent.map((answer) => answer.json()))) as any[];
    expect([again.id, again.sessions.length]).toEqual([first.id, 1]);
    expect(first.dataTypes).toEqual([{ type: 'bank.transaction' }]);
    expect(await usesLeft(consent)).toBe(1);
    const { dataSessions } = (await viewer.get('/operator/data-sessions')).json;
    expect(dataSessions).toContainEqual(expect.objectContaining({ sessionId: first.sessions[0].sessionId }));
    const noted = (await trail('data-request.asked')).filter(({ ground }) => ground?.id === consent);
    expect(noted).toMatchObject([{ operator: operator.id }]);
  });

  it('is for those who may act, not for a viewer', async () => {
    const consent = await gateway.consented();
    const refused = await viewer.post(`/operator/consents/${consent}/fetch`);
    expect([refused.status, refused.json.code]).toEqual([403, 'operator-right-missing']);
    expect(await usesLeft(consent)).toBe(10);
  });

  it('says why not: what our own copy refuses, and what the manager refuses', async () => {
    expect((await operator.post(`/operator/consents/${account}/fetch`)).json.code).toBe('consent-unknown');
    const future = { start: new Date(Date.parse(clock.now()) + 3_600_000).toISOString() };
    const later = await gateway.consented({ consentPeriod: { ...gateway.terms().consentPeriod, ...future } });
    expect((await operator.post(`/operator/consents/${later}/fetch`)).json.code).toBe('consent-not-started');
    const consent = await gateway.consented();
    gateway.manager.refusesData = 'frequency-exceeded';
    const { status, json } = await operator.post(`/operator/consents/${consent}/fetch`);
    gateway.manager.refusesData = undefined;
    expect([status, json.state, json.refusal]).toMatchObject([202, 'REFUSED', { code: 'frequency-exceeded' }]);
    expect(await usesLeft(consent)).toBe(10);
  });
});

describe('an operator of a data user sees', () => {
  it('what is left of each consent', async () => {
    const unused = await gateway.consented({ frequency: { max: 2, per: 'DAY' } });
    const { consents } = (await viewer.get('/operator/consents')).json;
    const of = (id: string) => consents.find((one: { id: string }) => one.id === id);
    expect(of(fetched)).toMatchObject({ state: 'ACTIVE', uses: { made: 1, most: 10, left: 9 }, records: 5 });
    expect(of(fetched).eraseBy).toEqual(expect.any(String));
    expect(of(unused)).toMatchObject({ uses: { made: 0, most: 2, left: 2 }, records: 0, eraseBy: null });
    const first = (await viewer.get('/operator/consents?limit=1')).json;
    expect(first.consents.length).toBe(1);
    expect((await viewer.get(`/operator/consents?after=${first.next}`)).json.consents.length).toBe(consents.length - 1);
  });

  it('sessions with their story, and what has to be erased when', async () => {
    const { dataSessions } = (await viewer.get('/operator/data-sessions')).json;
    const completed = { sessionId, state: 'COMPLETED', records: 5, refusal: null };
    expect(dataSessions.at(-1)).toMatchObject(completed);
    const story = (await viewer.get(`/operator/data-sessions/${sessionId}/story`)).json;
    expect(story.steps.length).toBeGreaterThan(1);
    const { json } = await viewer.get('/operator/erasures');
    expect(json).toMatchObject({ overdue: [], more: false });
    expect(json.due[0]).toMatchObject({ sessionId, consentId: fetched, records: 5 });
  });

  it('records page by page and as a file, which the audit trail says of the operator', async () => {
    const path = `/operator/records?consent=${fetched}`;
    const first = (await operator.get(`${path}&limit=3`)).json;
    const second = (await operator.get(`${path}&limit=3&after=${first.next}`)).json;
    expect([first.records.length, second.records.length, second.next]).toEqual([3, 2, null]);
    const file = await operator.get(`/operator/records/export?consent=${fetched}`);
    expect(file.headers.get('content-type')).toContain('application/x-ndjson');
    expect(file.json.trim().split('\n').length).toBe(5);
    const reads = (await trail('data.read')).filter((entry) => entry.operator === operator.id);
    expect(reads.map(({ records }) => records).sort()).toEqual([2, 3, undefined]);
    expect((await viewer.get(path)).json.code).toBe('operator-right-missing');
    expect((await operator.get(`/operator/records?consent=${account}`)).json.code).toBe('consent-unknown');
  });

  it('what is overdue once its life has ended', async () => {
    clock.advance(3 * 3600 + 6 * 3600);
    await viewer.signIn();
    const { json } = await viewer.get('/operator/erasures');
    expect(json.due).toEqual([]);
    expect(json.overdue).toContainEqual(expect.objectContaining({ sessionId, reason: 'data-life-ended' }));
  });
});
