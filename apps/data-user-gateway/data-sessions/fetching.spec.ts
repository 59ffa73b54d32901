import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { HandSetClock } from '#testing';
import { type GatewayUnderTest, transactions } from '../spec-support/gateway-under-test.ts';
import { type NetworkUnderTest, startNetwork } from '../spec-support/network-under-test.ts';
import { Refused } from '../spec-support/stand-in.ts';

const savings = '0198c5a0-1111-7000-8000-000000000001';
const current = '0198c5a0-1111-7000-8000-000000000002';
const ndjson = { accept: 'application/x-ndjson' };

describe('fetching data', () => {
  let network: NetworkUnderTest;
  let gateway: GatewayUnderTest;
  const clock = new HandSetClock(new Date().toISOString());

  beforeAll(async () => {
    network = await startNetwork(clock);
    gateway = network.gateway;
    standard();
  });
  afterAll(() => network.stop());
  afterEach(() => standard());

  /** An honest provider with three parts of two accounts. */
  function standard(): void {
    const { provider, manager } = gateway;
    provider.parts = [transactions(savings, 3), transactions(savings, 2, 3), transactions(current, 4)];
    Object.assign(provider, { outcomes: {}, isSlow: false, asked: [] });
    provider.beforePart = () => undefined;
    provider.changePart = (part) => part;
    provider.changeStatement = (fields) => fields;
    provider.changeManifest = (fields) => fields;
    Object.assign(manager, { losesAnswers: 0, refusesData: undefined, refusesRenewal: undefined, tokenSeconds: 120 });
  }

  const ask = (consentId: string, more = {}, key?: string) =>
    gateway.api.post('/data-requests', { consentId, ...more }, key);
  const settled = async (id: string, seconds = 15) =>
    (await gateway.api.get(`/data-requests/${id}?waitSeconds=${seconds}`)).body;
  const fetchAll = async (consentId: string, more = {}) => settled((await ask(consentId, more)).body.id);
  const recordsOf = (consentId: string, query = '') => gateway.api.get(`/consents/${consentId}/records${query}`);
  const tables = () => gateway.databaseCounts();

  test('brings every record, part by part, and tells both ends', async () => {
    const consentId = await gateway.consented();
    const asked = await ask(consentId);
    expect(asked.status).toBe(202);
    const done = await settled(asked.body.id);
    expect(done).toMatchObject({
      state: 'COMPLETED',
      sessions: [{ state: 'COMPLETED', records: 9, partsReceived: 3 }],
    });
    const { body } = await recordsOf(consentId);
    expect(body.records.map(({ account, dataType, record }) => ({ account, dataType, record }))).toEqual(
      gateway.provider.parts.flat(),
    );
    const sessionId = done.sessions[0]?.sessionId ?? '';
    await vi.waitFor(() => expect(gateway.provider.acknowledged).toContain(sessionId), 5000);
    await vi.waitFor(() => {
      const received = gateway.manager.eventsOf('data-session.received').find((event) => event.sessionId === sessionId);
      expect(received).toMatchObject({ records: 9, manifestDigest: expect.any(String), eraseBy: expect.any(String) });
    }, 5000);
    expect((await gateway.api.get(`/consents/${consentId}`)).body).toMatchObject({ usesSoFar: 1, records: 9 });
  });

  test('tells whoever waits of the end in the answer to the ask itself, or where it stands when the time is up', async () => {
    const consentId = await gateway.consented();
    const done = await gateway.api.post('/data-requests?waitSeconds=15', { consentId });
    expect(done.body).toMatchObject({ state: 'COMPLETED', sessions: [{ records: 9 }] });
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    gateway.provider.beforePart = () => held;
    const slow = await gateway.api.post('/data-requests?waitSeconds=1', { consentId });
    expect(slow.body).toMatchObject({ state: 'FETCHING' });
    letGo();
    expect(await settled(slow.body.id)).toMatchObject({ state: 'COMPLETED' });
    const later = await gateway.api.post('/data-requests?waitSeconds=15', { consentId, fetch: 'later' });
    expect(later.body).toMatchObject({ state: 'AUTHORISED' });
    const opened = await gateway.api.post(`/data-requests/${later.body.id}/fetch?waitSeconds=15`, {});
    expect(opened.body).toMatchObject({ state: 'COMPLETED', sessions: [{ records: 9 }] });
  });

  test('asks for exactly what was consented where nothing else is said', async () => {
    const terms = {
      dataTypes: [{ type: 'bank.transaction', fields: ['transactionId', 'amount', 'currency', 'reference'] }],
    };
    const consentId = await gateway.consented({
      dataTypes: [{ type: 'bank.transaction', fields: ['transactionId', 'amount', 'currency'] }],
    });
    expect((await ask(consentId, { dataTypes: terms.dataTypes })).body.code).toBe('field-not-consented');
    // A provider that sends more than these fields is not believed.
    expect(await fetchAll(consentId)).toMatchObject({
      state: 'FAILED',
      sessions: [{ refusal: { by: 'data-user', code: 'part-tampered' } }],
    });
    expect((await recordsOf(consentId)).body.records).toEqual([]);
  });

  test('keeps no record that does not fit its schema, and says so to its own systems and to the manager', async () => {
    const [first = [], second = []] = [transactions(savings, 3), transactions(current, 2, 3)];
    const bad = transactions(savings, 2, 10).map((line) => ({ ...line, record: { ...line.record, amount: -1 } }));
    gateway.provider.parts = [[...first, ...bad], second];
    const consentId = await gateway.consented();
    const done = await fetchAll(consentId);
    const misfits = [
      { account: savings, dataType: 'bank.transaction', misfits: 2, path: '/amount', keyword: 'minimum' },
    ];
    expect(done).toMatchObject({ state: 'COMPLETED', sessions: [{ records: 5, misfits }] });
    const { body } = await recordsOf(consentId);
    expect(body.records.map(({ record }) => record)).toEqual([...first, ...second].map(({ record }) => record));
    await vi.waitFor(() => {
      const told = gateway.manager.eventsOf('data-session.received').at(-1);
      expect(told).toMatchObject({ sessionId: done.sessions[0]?.sessionId, records: 5, misfits: 2 });
    }, 5000);
  });

  test('of which only some fields were asked holds those fields alone against their schema', async () => {
    const fields = ['amount', 'currency'];
    const excerpt = (amount: number) => ({ account: savings, dataType: 'bank.transaction', record: { amount } });
    gateway.provider.parts = [[excerpt(3), excerpt(-3)]];
    const consentId = await gateway.consented({ dataTypes: [{ type: 'bank.transaction', fields }] });
    expect(await fetchAll(consentId)).toMatchObject({ sessions: [{ records: 1, misfits: [{ misfits: 1 }] }] });
    expect((await recordsOf(consentId)).body.records).toMatchObject([{ record: { amount: 3 } }]);
  });

  test('keeps nothing in the clear', async () => {
    const consentId = await gateway.consented();
    await fetchAll(consentId);
    const { parts, clear } = await tables();
    expect(parts).toBeGreaterThan(0);
    expect(clear).toBe(0);
  });

  test('hands records out by page, by type and by account, and as lines', async () => {
    const consentId = await gateway.consented();
    await fetchAll(consentId);
    const first = (await recordsOf(consentId, '?limit=5')).body;
    expect(first.records).toHaveLength(5);
    const second = (await recordsOf(consentId, `?limit=5&after=${first.next}`)).body;
    expect([...first.records, ...second.records].map(({ record }) => record)).toEqual(
      gateway.provider.parts.flat().map(({ record }) => record),
    );
    expect(second.next).toBeNull();
    expect((await recordsOf(consentId, `?account=${current}`)).body.records).toHaveLength(4);
    expect((await recordsOf(consentId, '?dataType=fhir-r4.patient')).body.records).toEqual([]);
    const lines = (await gateway.api.text(`/consents/${consentId}/records`, ndjson)).trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { record: object }).record)).toEqual(
      gateway.provider.parts.flat().map(({ record }) => record),
    );
    expect((await recordsOf(consentId, '?after=nonsense')).body.code).toBe('schema-mismatch');
  });

  test('for viewing only is read page by page, not exported', async () => {
    const consentId = await gateway.consented({ consentMode: 'VIEW' });
    await fetchAll(consentId);
    expect((await recordsOf(consentId)).body.records).toHaveLength(9);
    const exported = await gateway.api.get(`/consents/${consentId}/records`, ndjson);
    expect(exported).toMatchObject({ status: 403, body: { code: 'export-not-consented' } });
  });

  test('twice with one Idempotency-Key is one use', async () => {
    const consentId = await gateway.consented();
    const before = gateway.manager.usesSpent;
    const [one, two] = await Promise.all([ask(consentId, {}, 'fetch-1'), ask(consentId, {}, 'fetch-1')]);
    expect(one.body.id).toBe(two.body.id);
    expect((await ask(consentId, {}, 'fetch-1')).body.id).toBe(one.body.id);
    expect(gateway.manager.usesSpent).toBe(before + 1);
    expect((await ask(consentId, { fetch: 'later' }, 'fetch-1')).body.code).toBe('request-id-reused');
    expect(await settled(one.body.id)).toMatchObject({ state: 'COMPLETED', sessions: [{ records: 9 }] });
  });

  test('a data request whose answer was lost is sent again under its requestId, and costs one use', async () => {
    const consentId = await gateway.consented();
    const before = { uses: gateway.manager.usesSpent, asks: gateway.manager.dataAsks.length };
    gateway.manager.losesAnswers = 2;
    expect(await fetchAll(consentId)).toMatchObject({ state: 'COMPLETED' });
    const tries = gateway.manager.dataAsks.slice(before.asks);
    expect(tries.length).toBe(3);
    expect(new Set(tries.map(({ requestId }) => requestId)).size).toBe(1);
    expect(new Set(tries.map(({ jti }) => jti)).size).toBe(3);
    expect(gateway.manager.usesSpent).toBe(before.uses + 1);
  });

  test('where the manager does not answer at all, goes on when it does', async () => {
    const consentId = await gateway.consented();
    gateway.manager.losesAnswers = 3;
    const { body } = await ask(consentId);
    expect(body.state).toBe('PENDING');
    clock.advance(60);
    expect(await settled(body.id)).toMatchObject({ state: 'COMPLETED' });
  });

  test('refused by the manager says so, and by whom', async () => {
    const consentId = await gateway.consented();
    gateway.manager.refusesData = 'frequency-exceeded';
    const { status, body } = await ask(consentId);
    expect(status).toBe(202);
    expect(body).toMatchObject({ state: 'REFUSED', refusal: { by: 'consent-manager', code: 'frequency-exceeded' } });
  });

  test.each([
    ['one byte is another', { sealed: true }],
    ['its statement is of another part', { statement: true }],
  ])('a part is refused where %s', async (_name, { sealed: bytes }: { sealed?: boolean; statement?: boolean }) => {
    const consentId = await gateway.consented();
    gateway.provider.changePart = (part, n) => {
      if (n !== 1) return part;
      if (bytes) return { ...part, sealed: part.sealed.map((byte, index) => (index === 40 ? byte ^ 1 : byte)) };
      const [session] = [...gateway.provider.sessions.values()].slice(-1);
      return { ...part, statement: session?.parts[0]?.statement ?? '' };
    };
    expect(await fetchAll(consentId)).toMatchObject({
      state: 'FAILED',
      sessions: [{ refusal: { by: 'data-user', code: 'part-tampered' } }],
    });
    expect((await recordsOf(consentId)).body.records).toEqual([]);
  });

  test('parts in another order are refused, though each is signed', async () => {
    const consentId = await gateway.consented();
    gateway.provider.changePart = (part, n) => {
      const [session] = [...gateway.provider.sessions.values()].slice(-1);
      return (n === 0 ? session?.parts[1] : part) ?? part;
    };
    expect(await fetchAll(consentId)).toMatchObject({ sessions: [{ refusal: { code: 'part-tampered' } }] });
  });

  test('a chain that is broken is refused', async () => {
    const consentId = await gateway.consented();
    gateway.provider.changeStatement = ({ previous, ...fields }) =>
      fields.n === 2 && previous !== undefined
        ? fields
        : { ...fields, ...(previous === undefined ? {} : { previous }) };
    expect(await fetchAll(consentId)).toMatchObject({ sessions: [{ refusal: { code: 'part-tampered' } }] });
  });

  test('nothing counts where the manifest does not match what came', async () => {
    const consentId = await gateway.consented();
    gateway.provider.changeManifest = (fields) => ({
      ...fields,
      accounts: fields.accounts.map((account) => ({
        ...account,
        records: account.records.map((count) => ({ ...count, delivered: count.delivered + 1 })),
      })),
    });
    expect(await fetchAll(consentId)).toMatchObject({ sessions: [{ refusal: { code: 'manifest-mismatch' } }] });
    expect((await recordsOf(consentId)).body.records).toEqual([]);
  });

  test('a session in which one account did not answer is partial', async () => {
    const consentId = await gateway.consented();
    gateway.provider.outcomes = { '0198c5a0-1111-7000-8000-000000000003': 'TIMEOUT' };
    expect(await fetchAll(consentId)).toMatchObject({ state: 'PARTIAL', sessions: [{ state: 'PARTIAL', records: 9 }] });
    expect((await recordsOf(consentId)).body.records).toHaveLength(9);
  });

  test('renews its token when that runs out midway', async () => {
    const consentId = await gateway.consented();
    const { renewals } = gateway.manager;
    gateway.provider.beforePart = (n) => {
      if (n === 1) clock.advance(110);
    };
    expect(await fetchAll(consentId)).toMatchObject({ state: 'COMPLETED', sessions: [{ records: 9 }] });
    expect(gateway.manager.renewals).toBeGreaterThan(renewals);
  });

  test('waits for a slow provider, and is woken when it is ready', async () => {
    const consentId = await gateway.consented();
    gateway.provider.isSlow = true;
    const { body } = await ask(consentId);
    await vi.waitFor(() => expect([...gateway.provider.sessions.keys()]).toContain(body.sessions[0]?.sessionId), 5000);
    const sessionId = body.sessions[0]?.sessionId ?? '';
    expect((await recordsOf(consentId)).body.records).toEqual([]);
    await gateway.provider.finish(sessionId);
    expect(await gateway.provider.tellReady(sessionId, gateway.manager.gateway)).toBe(202);
    expect(await settled(body.id)).toMatchObject({ state: 'COMPLETED' });
  });

  test('waits no longer for a provider once the consent is paused', async () => {
    const consentId = await gateway.consented();
    gateway.provider.isSlow = true;
    const { body } = await ask(consentId);
    await vi.waitFor(() => expect([...gateway.provider.sessions.keys()]).toContain(body.sessions[0]?.sessionId), 5000);
    const paused = { artefactId: consentId, state: 'PAUSED', version: 2 } as const;
    await gateway.manager.tell('consent-artefact.paused', paused);
    expect(await settled(body.id)).toMatchObject({
      sessions: [{ state: 'FAILED', refusal: { by: 'data-user', code: 'consent-paused' } }],
    });
  });

  test('once more is asked for by what the consent says by then, not by what it said the last time', async () => {
    const consentId = await gateway.consented();
    expect(await fetchAll(consentId)).toMatchObject({ state: 'COMPLETED' });
    const told = { artefactId: consentId, state: 'PAUSED', version: 2 } as const;
    await gateway.manager.tell('consent-artefact.paused', told);
    expect((await ask(consentId)).body).toMatchObject({ code: 'consent-paused' });
    await gateway.manager.tell('consent-artefact.resumed', { ...told, state: 'ACTIVE', version: 3 });
    expect(await fetchAll(consentId)).toMatchObject({ state: 'COMPLETED' });
    expect(await fetchAll(consentId)).toMatchObject({ state: 'COMPLETED' });
    await gateway.manager.tell('consent-artefact.revoked', { artefactId: consentId, state: 'REVOKED', version: 4 });
    expect((await ask(consentId)).body).toMatchObject({ code: 'consent-revoked' });
  });

  test('nothing is handed out while a session is under way', async () => {
    const consentId = await gateway.consented();
    let seen: unknown;
    gateway.provider.beforePart = async (n) => {
      if (n === 2) seen = (await recordsOf(consentId)).body.records;
    };
    await fetchAll(consentId);
    expect(seen).toEqual([]);
  });

  test('tries again where a part is not there yet', async () => {
    const consentId = await gateway.consented();
    let times = 0;
    gateway.provider.beforePart = (n) => {
      if (n === 1 && times++ < 2) throw new Refused('part-not-ready', 0);
    };
    expect(await fetchAll(consentId)).toMatchObject({ state: 'COMPLETED' });
  });

  test('revoked between two parts stops at once, and what had come is gone', async () => {
    const consentId = await gateway.consented();
    gateway.provider.beforePart = async (n) => {
      if (n !== 1) return;
      const revoked = { artefactId: consentId, state: 'REVOKED', version: 2 } as const;
      await gateway.manager.tell('consent-artefact.revoked', revoked);
    };
    const done = await fetchAll(consentId);
    expect(done.state).toBe('FAILED');
    expect(['consent-revoked', 'data-erased']).toContain(done.sessions[0]?.refusal.code);
    expect(gateway.provider.asked).not.toContain(2);
    await vi.waitFor(
      async () => expect(await gateway.rowsOf(consentId)).toEqual({ parts: 0, keys: 0, secrets: 0 }),
      5000,
    );
  });

  test.each([1, 2])('paused while part %i is under way does not keep it', async (part) => {
    const consentId = await gateway.consented();
    gateway.provider.beforePart = async (n) => {
      const paused = { artefactId: consentId, state: 'PAUSED', version: 2 } as const;
      if (n === part) await gateway.manager.tell('consent-artefact.paused', paused);
    };
    expect(await fetchAll(consentId)).toMatchObject({
      sessions: [{ state: 'FAILED', partsReceived: part, refusal: { by: 'data-user', code: 'consent-paused' } }],
    });
    expect(gateway.provider.asked.at(-1)).toBe(part);
    expect(await gateway.rowsOf(consentId)).toMatchObject({ parts: 0, secrets: 0 });
  });

  test('paused and resumed meanwhile goes on under what the consent says now', async () => {
    const consentId = await gateway.consented();
    gateway.provider.beforePart = async () => {
      const version = 2 * gateway.provider.asked.length;
      const told = { artefactId: consentId, state: 'PAUSED', version } as const;
      await gateway.manager.tell('consent-artefact.paused', told);
      await gateway.manager.tell('consent-artefact.resumed', { ...told, state: 'ACTIVE', version: version + 1 });
    };
    expect(await fetchAll(consentId)).toMatchObject({
      state: 'COMPLETED',
      sessions: [{ records: 9, partsReceived: 3 }],
    });
  });

  test('refused by the provider ends the session with its reason', async () => {
    const consentId = await gateway.consented();
    gateway.provider.beforePart = (n) => {
      if (n === 1) throw new Refused('consent-revoked');
    };
    expect(await fetchAll(consentId)).toMatchObject({
      sessions: [{ state: 'FAILED', refusal: { by: 'data-provider', code: 'consent-revoked' } }],
    });
    expect(await gateway.rowsOf(consentId)).toMatchObject({ parts: 0, secrets: 0 });
  });

  test('left for later is opened when asked, and by then the manager or the provider may say no', async () => {
    const consentId = await gateway.consented();
    const { body } = await ask(consentId, { fetch: 'later' });
    expect(body).toMatchObject({ state: 'AUTHORISED', sessions: [{ state: 'ACTIVE', partsReceived: 0 }] });
    const revoked = { artefactId: consentId, state: 'REVOKED', version: 2 } as const;
    const other = await gateway.consented();
    const later = (await ask(other, { fetch: 'later' })).body;
    expect((await gateway.api.post(`/data-requests/${later.id}/fetch`, {})).status).toBe(202);
    expect(await settled(later.id)).toMatchObject({ state: 'COMPLETED' });
    expect((await ask(consentId, {}, 'before')).body.state).not.toBe('REFUSED');
    await settled((await ask(consentId, {}, 'before')).body.id);
    await gateway.manager.tell('consent-artefact.paused', { ...revoked, state: 'PAUSED' });
    expect((await gateway.api.post(`/data-requests/${body.id}/fetch`, {})).body.code).toBe('consent-paused');
    gateway.provider.beforePart = () => {
      throw new Refused('consent-paused');
    };
    expect((await gateway.api.post(`/data-requests/${body.id}/fetch`, { ownCheck: false })).status).toBe(202);
    expect(await settled(body.id)).toMatchObject({
      sessions: [{ state: 'FAILED', refusal: { by: 'data-provider', code: 'consent-paused' } }],
    });
    expect((await ask(consentId)).body.code).toBe('consent-paused');
    gateway.manager.refusesData = 'consent-paused';
    expect((await ask(consentId, { ownCheck: false })).body).toMatchObject({
      state: 'REFUSED',
      refusal: { by: 'consent-manager', code: 'consent-paused' },
    });
  });

  test('left for later is opened once, and whoever waits is answered by what came of it', async () => {
    const { id } = (await ask(await gateway.consented(), { fetch: 'later' })).body;
    const opened = [true, false].map((ownCheck) =>
      gateway.api.post(`/data-requests/${id}/fetch?waitSeconds=20`, { ownCheck }),
    );
    for (const { status, body } of await Promise.all(opened)) {
      expect({ status, body }).toMatchObject({
        status: 202,
        body: { id, state: 'COMPLETED', sessions: [{ records: 9 }] },
      });
    }
    expect(gateway.provider.asked).toEqual([0, 1, 2]);
    for (const ownCheck of [true, false]) {
      const nowhere = await gateway.api.post(`/data-requests/${randomUUID()}/fetch?waitSeconds=1`, { ownCheck });
      expect(nowhere.body.code).toBe('not-found');
    }
  });

  test('is done once, however many replicas there are', async () => {
    const replica = await gateway.startReplica();
    try {
      const consentId = await gateway.consented();
      const asked = await Promise.all([1, 2, 3, 4].map(() => ask(consentId)));
      for (const { body } of asked) {
        expect(await settled(body.id)).toMatchObject({ state: 'COMPLETED', sessions: [{ records: 9 }] });
      }
      expect(gateway.provider.asked.toSorted()).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
      expect((await recordsOf(consentId)).body.records).toHaveLength(36);
    } finally {
      await replica.stop();
    }
  });

  test('goes on where it was when its process is replaced between two parts', async () => {
    const consentId = await gateway.consented();
    const hangs = Promise.withResolvers<void>();
    gateway.provider.beforePart = (n) => (n === 1 ? hangs.promise : undefined);
    const { body } = await ask(consentId);
    await vi.waitFor(() => expect(gateway.provider.asked).toContain(1), 10_000);
    await gateway.stopRole();
    hangs.resolve();
    standard();
    clock.advance(61);
    await gateway.startRole();
    const { opened } = gateway.provider;
    expect(await settled(body.id)).toMatchObject({ state: 'COMPLETED', sessions: [{ records: 9, partsReceived: 3 }] });
    expect(gateway.provider.asked).not.toContain(0);
    expect(gateway.provider.opened).toBe(opened);
    expect((await recordsOf(consentId)).body.records).toHaveLength(9);
  });
});
