import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addSeconds } from '#domain';
import { Database, KeyRing, sql } from '#platform';
import { type DeletionReceiptFields, deletionReceiptMessage, verifyMessage } from '#protocol';
import { compromiseStatementKey, HandSetClock } from '#testing';
import { type GatewayUnderTest, transactions } from '../spec-support/gateway-under-test.ts';
import { type NetworkUnderTest, startNetwork } from '../spec-support/network-under-test.ts';
import { held } from '../spec-support/stand-in.ts';
import { DataErasureService } from './data-erasure.service.ts';
import { ErasureSweep } from './erasure-sweep.ts';

const account = '0198c5a0-1111-7000-8000-000000000001';
const keepParts = [
  `CREATE OR REPLACE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
  'CREATE TRIGGER keep BEFORE DELETE ON received_parts FOR EACH ROW EXECUTE FUNCTION keep()',
].map((text, index) => sql(`keep-parts-${index}`, text));
const letPartsGo = sql('let-parts-go', 'DROP TRIGGER keep ON received_parts');
const nothing = { parts: 0, keys: 0, secrets: 0 };

describe('erasing', () => {
  let network: NetworkUnderTest;
  let gateway: GatewayUnderTest;
  const clock = new HandSetClock(new Date().toISOString());

  beforeAll(async () => {
    // The timer is called by hand: what it does is to be seen before and after.
    network = await startNetwork(clock, { ERASURE_SWEEP_SECONDS: '3600' });
    gateway = network.gateway;
    gateway.provider.parts = [transactions(account, 3), transactions(account, 2, 3)];
  });
  afterAll(() => network.stop());

  const received = async (consentId: string) => {
    const { body } = await gateway.api.post('/data-requests', { consentId });
    const done = await gateway.api.get(`/data-requests/${body.id}?waitSeconds=15`);
    expect(done.body.state).toBe('COMPLETED');
    return done.body.sessions[0]?.sessionId ?? '';
  };
  const recordsOf = (consentId: string) => gateway.api.get(`/consents/${consentId}/records`);
  const sweep = () => gateway.app.get(ErasureSweep).sweep();
  const verified = async (receipt: string): Promise<DeletionReceiptFields> =>
    held(await verifyMessage(deletionReceiptMessage, receipt, gateway.manager.context())).claims;
  const sessionsOf = (receipt: string): object => {
    const { sessions, jti } = JSON.parse(Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString());
    return { sessions, jti };
  };
  const receiptsOf = (consentId: string) =>
    gateway.manager.eventsOf('data-session.erased').filter((event) => event.consentId === consentId);

  test('when asked destroys the key and the rows, and signs that it did', async () => {
    const consentId = await gateway.consented();
    const sessionId = await received(consentId);
    expect(await gateway.rowsOf(consentId)).toMatchObject({ parts: 2, keys: 1 });
    const { status, body } = await gateway.api.post(`/consents/${consentId}/erase`);
    expect(status).toBe(200);
    expect(await gateway.rowsOf(consentId)).toEqual(nothing);
    expect(await verified(body.receipt)).toMatchObject({
      consentId,
      reason: 'asked-by-data-user',
      keysDestroyed: 1,
      sessions: [{ sessionId, rows: 5, manifestDigest: expect.any(String) }],
    });
    expect(await recordsOf(consentId)).toMatchObject({ status: 410, body: { code: 'data-erased' } });
    await vi.waitFor(() => expect(receiptsOf(consentId)).toEqual([{ consentId, receipt: body.receipt }]), 5000);
  });

  test('is believed though the key of its receipt was found compromised before the manager had it', async () => {
    const consentId = await gateway.consented();
    await received(consentId);
    gateway.manager.isDeaf = true;
    const first = await gateway.api.post(`/consents/${consentId}/erase`);
    const { store } = gateway.app.get(KeyRing, { strict: false });
    await compromiseStatementKey({ ...network, url: gateway.manager.gateway.url, store, now: clock.now() });
    gateway.manager.isDeaf = false;
    const told = await vi.waitFor(
      () => {
        const [one] = receiptsOf(consentId);
        expect(one).toBeDefined();
        return one?.receipt ?? '';
      },
      { timeout: 40_000, interval: 100 },
    );
    expect(told).not.toBe(first.body.receipt);
    expect(await verified(told)).toMatchObject(sessionsOf(first.body.receipt));
    expect((await gateway.api.post(`/consents/${consentId}/erase`)).body.receipt).toBe(told);
  }, 60_000);

  test('asked again is the same receipt', async () => {
    const consentId = await gateway.consented();
    await received(consentId);
    const one = await gateway.api.post(`/consents/${consentId}/erase`);
    const two = await gateway.api.post(`/consents/${consentId}/erase`);
    expect(two.body.receipt).toBe(one.body.receipt);
    expect((await gateway.api.get(`/consents/${consentId}/deletion-receipt`)).body).toEqual(one.body);
  });

  test('asked at the same moment by own systems and the timer is one receipt', async () => {
    const erasing = gateway.app.get(DataErasureService);
    for (let round = 0; round < 5; round += 1) {
      const consentId = await gateway.consented();
      await received(consentId);
      const reasons = ['asked-by-data-user', 'consent-revoked', 'consent-revoked'] as const;
      const kept = await Promise.all(reasons.map((reason) => erasing.erase(consentId, reason)));
      expect(new Set(kept.map(({ id }) => id)).size).toBe(1);
    }
  });

  test('comes when data life ends, session by session, and the key goes with the last', async () => {
    const consentId = await gateway.consented({ dataLife: 'PT1H' });
    const first = await received(consentId);
    clock.advance(1800);
    const second = await received(consentId);
    clock.advance(1900);
    // Not handed out from that moment on, though the timer has not come by.
    expect((await recordsOf(consentId)).body.records).toHaveLength(5);
    expect(await gateway.rowsOf(consentId)).toMatchObject({ parts: 4 });
    await sweep();
    expect(await gateway.rowsOf(consentId)).toMatchObject({ parts: 2, keys: 1 });
    const receipt = async () => {
      const { body } = await gateway.api.get(`/consents/${consentId}/deletion-receipt`);
      const { reason, keysDestroyed, sessions } = await verified(body.receipt);
      return { reason, keysDestroyed, sessions: sessions.map(({ sessionId, rows }) => [sessionId, rows]) };
    };
    const reason = 'data-life-ended';
    expect(await receipt()).toEqual({ reason, keysDestroyed: 0, sessions: [[first, 5]] });
    clock.advance(1800);
    expect((await recordsOf(consentId)).status).toBe(410);
    await sweep();
    expect(await gateway.rowsOf(consentId)).toEqual(nothing);
    expect(await receipt()).toEqual({ reason, keysDestroyed: 1, sessions: [[second, 5]] });
    // The consent lives on: what comes under it next has a new key and a receipt of its own.
    const third = await received(consentId);
    expect((await recordsOf(consentId)).body.records).toHaveLength(5);
    clock.advance(3700);
    await sweep();
    expect(await receipt()).toEqual({ reason, keysDestroyed: 1, sessions: [[third, 5]] });
    // Told at least once each.
    const told = () => new Set(receiptsOf(consentId).map(({ receipt: token }) => token));
    await vi.waitFor(() => expect(told().size).toBe(3), 5000);
  });

  test('comes with revocation where the terms say so', async () => {
    const consentId = await gateway.consented({ eraseOnRevocation: true });
    await received(consentId);
    await gateway.manager.tell('consent-artefact.revoked', { artefactId: consentId, state: 'REVOKED', version: 2 });
    await vi.waitFor(async () => expect(await gateway.rowsOf(consentId)).toEqual(nothing), 5000);
    const { body } = await gateway.api.get(`/consents/${consentId}/deletion-receipt`);
    expect(await verified(body.receipt)).toMatchObject({ reason: 'consent-revoked' });
    expect((await recordsOf(consentId)).status).toBe(410);
  });

  test('does not come with revocation where they do not: data life ends it', async () => {
    const consentId = await gateway.consented({ eraseOnRevocation: false, dataLife: 'PT1H' });
    await received(consentId);
    await gateway.manager.tell('consent-artefact.revoked', { artefactId: consentId, state: 'REVOKED', version: 2 });
    await sweep();
    expect((await recordsOf(consentId)).body.records).toHaveLength(5);
    clock.set(addSeconds(clock.now(), 3700));
    await sweep();
    expect(await gateway.rowsOf(consentId)).toEqual(nothing);
  });

  test('in the middle of fetching ends the session: what comes late is not taken', async () => {
    const consentId = await gateway.consented();
    let receipt = '';
    gateway.provider.beforePart = async (n) => {
      if (n === 1) receipt = (await gateway.api.post(`/consents/${consentId}/erase`)).body.receipt;
    };
    const { body } = await gateway.api.post('/data-requests', { consentId });
    const done = (await gateway.api.get(`/data-requests/${body.id}?waitSeconds=15`)).body;
    gateway.provider.beforePart = () => undefined;
    expect(done).toMatchObject({ state: 'FAILED', sessions: [{ refusal: { by: 'data-user', code: 'data-erased' } }] });
    // The worker has had the part by now, and was not let.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await gateway.rowsOf(consentId)).toEqual(nothing);
    expect(await verified(receipt)).toMatchObject({ keysDestroyed: 1, sessions: [{ rows: 3 }] });
  });

  test.each([
    { bad: 0, rows: 0 },
    { bad: 1, rows: 3 },
  ])('of a session that failed on the way is signed for, too, with $rows rows', async ({ bad, rows }) => {
    const consentId = await gateway.consented({ dataLife: 'PT1H' });
    gateway.provider.changePart = (part, n) =>
      n === bad ? { ...part, sealed: part.sealed.map((byte) => byte ^ 1) } : part;
    const { body } = await gateway.api.post('/data-requests', { consentId });
    const done = (await gateway.api.get(`/data-requests/${body.id}?waitSeconds=15`)).body;
    gateway.provider.changePart = (part) => part;
    expect(done).toMatchObject({ state: 'FAILED', sessions: [{ refusal: { code: 'part-tampered' } }] });
    await sweep();
    // Until then it may be fetched again.
    expect((await gateway.api.get(`/consents/${consentId}/deletion-receipt`)).status).toBe(404);
    clock.advance(3700);
    await sweep();
    expect(await gateway.rowsOf(consentId)).toEqual(nothing);
    const { body: kept } = await gateway.api.get(`/consents/${consentId}/deletion-receipt`);
    const { sessionId } = done.sessions[0] ?? {};
    expect((await verified(kept.receipt)).sessions).toMatchObject([{ sessionId, rows }]);
  });

  test('that is overdue is shown until it is done', async () => {
    const consentId = await gateway.consented({ dataLife: 'PT1H' });
    const sessionId = await received(consentId);
    const overdue = async () => {
      const { body } = await gateway.api.get('/erasures/overdue');
      const { overdue: all } = body as unknown as { overdue: { consentId: string }[] };
      return all.filter((one) => one.consentId === consentId);
    };
    clock.advance(3700);
    // The timer has not had its turn yet.
    expect(await overdue()).toEqual([]);
    clock.advance(7200);
    const line = { sessionId, consentId, reason: 'data-life-ended', eraseBy: expect.any(String) };
    expect(await overdue()).toEqual([line]);
    await sweep();
    expect(await overdue()).toEqual([]);
  });

  test('that a revocation asks for is overdue only once the timer has had its turn', async () => {
    const consentId = await gateway.consented({ eraseOnRevocation: true });
    const sessionId = await received(consentId);
    const database = gateway.app.get(Database);
    const overdue = async () => {
      const { body } = await gateway.api.get('/erasures/overdue');
      const { overdue: all } = body as unknown as { overdue: { consentId: string }[] };
      return all.filter((one) => one.consentId === consentId);
    };
    for (const statement of keepParts) await database.read(statement);
    await gateway.manager.tell('consent-artefact.revoked', { artefactId: consentId, state: 'REVOKED', version: 2 });
    expect(await overdue()).toEqual([]);
    clock.advance(7201);
    expect(await overdue()).toMatchObject([{ sessionId, reason: 'consent-revoked' }]);
    await database.read(letPartsGo);
    await sweep();
    expect(await overdue()).toEqual([]);
  });

  test('neither comes early when the clock goes back, nor is it forgotten', async () => {
    const consentId = await gateway.consented({ dataLife: 'PT1H' });
    await received(consentId);
    const [now, before] = [clock.now(), addSeconds(clock.now(), -86_400)];
    clock.set(before);
    await sweep();
    expect(await gateway.rowsOf(consentId)).toMatchObject({ parts: 2, keys: 1 });
    clock.set(addSeconds(now, 3700));
    await sweep();
    expect(await gateway.rowsOf(consentId)).toEqual(nothing);
  });

  test('is not signed for while rows are still there: it is undone, and done later', async () => {
    const consentId = await gateway.consented();
    await received(consentId);
    const database = gateway.app.get(Database);
    for (const statement of keepParts) await database.read(statement);
    expect((await gateway.api.post(`/consents/${consentId}/erase`)).status).toBe(500);
    expect((await gateway.api.get(`/consents/${consentId}/deletion-receipt`)).status).toBe(404);
    expect(await gateway.rowsOf(consentId)).toMatchObject({ parts: 2, keys: 1 });
    await database.read(letPartsGo);
    expect((await gateway.api.post(`/consents/${consentId}/erase`)).status).toBe(200);
    expect(await gateway.rowsOf(consentId)).toEqual(nothing);
  });

  test('is not forgotten over a restart', async () => {
    const consentId = await gateway.consented({ dataLife: 'PT1H' });
    await received(consentId);
    await gateway.stopRole();
    clock.advance(3700);
    await gateway.startRole({ ERASURE_SWEEP_SECONDS: '1' });
    await vi.waitFor(async () => expect(await gateway.rowsOf(consentId)).toEqual(nothing), 10_000);
    const { body } = await gateway.api.get(`/consents/${consentId}/deletion-receipt`);
    expect(await verified(body.receipt)).toMatchObject({ reason: 'data-life-ended', keysDestroyed: 1 });
  });

  test('of an unknown consent is refused', async () => {
    const id = '0198c5a0-0000-7000-8000-00000000000f';
    expect(await gateway.api.post(`/consents/${id}/erase`)).toMatchObject({
      status: 404,
      body: { code: 'consent-unknown' },
    });
    expect((await gateway.api.get(`/consents/${id}/deletion-receipt`)).status).toBe(404);
  });
});
