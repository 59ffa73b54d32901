import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Database, sql } from '#platform';
import { HandSetClock } from '#testing';
import { type GatewayUnderTest, transactions } from '../spec-support/gateway-under-test.ts';
import { type NetworkUnderTest, startNetwork } from '../spec-support/network-under-test.ts';

const savings = '0198c5a0-1111-7000-8000-000000000001';
const current = '0198c5a0-1111-7000-8000-000000000002';

const retriesOf = sql(
  'test-retries-of-session',
  `SELECT 1 AS one FROM (SELECT entry FROM trail_pending UNION ALL SELECT entry FROM trail_entries) AS kept
   WHERE entry LIKE '%"act":"data-session.retried"%' AND entry::json->>'about' = $1`,
);

interface Step {
  readonly who: string;
  readonly step: string;
  readonly failure?: { readonly code: string; readonly how?: string };
}

describe('fetching once more what failed', () => {
  let network: NetworkUnderTest;
  let gateway: GatewayUnderTest;
  const clock = new HandSetClock(new Date().toISOString());

  beforeAll(async () => {
    network = await startNetwork(clock);
    gateway = network.gateway;
  });
  afterAll(() => network.stop());

  const settled = async (id: string) => (await gateway.api.get(`/data-requests/${id}?waitSeconds=15`)).body;
  const retry = (id: string) => gateway.api.post(`/data-requests/${id}/retry?waitSeconds=15`);
  const stepsOf = async (path: string) =>
    ((await gateway.api.get(path)).body as unknown as { steps: readonly Step[] }).steps;

  /** One account is delivered, the other does not answer in time; afterwards it does. */
  async function partial() {
    const { provider } = gateway;
    Object.assign(provider, { parts: [transactions(savings, 3)], outcomes: { [current]: 'TIMEOUT' } });
    const consentId = await gateway.consented();
    const { body } = await gateway.api.post('/data-requests', { consentId });
    const done = await settled(body.id);
    expect(done).toMatchObject({ state: 'PARTIAL', sessions: [{ records: 3 }] });
    Object.assign(provider, { parts: [transactions(current, 2)], outcomes: {}, named: [] });
    return { consentId, id: body.id, sessionId: done.sessions[0]?.sessionId ?? '' };
  }

  test('asks for the accounts that failed alone, and spends no use', async () => {
    const { consentId, id, sessionId } = await partial();
    const uses = gateway.manager.usesSpent;
    const { status, body } = await retry(id);
    expect(status).toBe(202);
    expect(body).toMatchObject({ state: 'COMPLETED' });
    expect(body.sessions.map((session) => session.records).sort()).toEqual([2, 3]);
    expect(gateway.provider.named).toEqual([[current]]);
    expect(gateway.manager.usesSpent).toBe(uses);
    expect(gateway.manager.retried).toContain(sessionId);
    expect(await gateway.app.get(Database).read(retriesOf, [sessionId])).toHaveLength(1);
    const { records } = (await gateway.api.get(`/consents/${consentId}/records`)).body;
    expect(records.map(({ account }) => account)).toEqual([savings, savings, savings, current, current]);
    expect((await gateway.api.get(`/consents/${consentId}`)).body).toMatchObject({ usesSoFar: 1, records: 5 });
    await vi.waitFor(() => expect(gateway.manager.eventsOf('data-session.received')).toHaveLength(2), 5000);
    expect(await retry(id)).toMatchObject({ status: 409, body: { code: 'nothing-to-retry' } });
  });

  test('stands in the story of the session, with what tries again', async () => {
    const { consentId, id, sessionId } = await partial();
    const [asked, authorised, received] = await stepsOf(`/data-sessions/${sessionId}/story`);
    expect([asked?.step, authorised?.step, received?.step]).toEqual([
      'data-asked',
      'data-authorised',
      'session-received',
    ]);
    expect(received).toMatchObject({ who: 'you', failure: { code: 'TIMEOUT', how: `assent fetch --retry ${id}` } });
    await retry(id);
    const all = await stepsOf(`/consents/${consentId}/story`);
    expect(all.map(({ step }) => step)).toContain('session-retried');
    expect((await stepsOf(`/data-requests/${id}/story`)).length).toBeLessThan(all.length);
    const none = '0198c5a0-0000-7000-8000-00000000000f';
    expect((await gateway.api.get(`/data-sessions/${none}/story`)).body.code).toBe('session-unknown');
  });

  test('of which nothing came asks for all of it', async () => {
    const { provider } = gateway;
    Object.assign(provider, { parts: [transactions(savings, 3)], outcomes: {}, named: [] });
    provider.changePart = (part) => ({ ...part, sealed: part.sealed.map((byte) => byte ^ 1) });
    const consentId = await gateway.consented();
    const { body } = await gateway.api.post('/data-requests', { consentId });
    const failed = await settled(body.id);
    expect(failed).toMatchObject({
      state: 'FAILED',
      sessions: [{ refusal: { code: 'part-tampered', retry: 'later' } }],
    });
    const [, , ended] = await stepsOf(`/data-sessions/${failed.sessions[0]?.sessionId}/story`);
    expect(ended).toMatchObject({ who: 'you', step: 'session-failed', failure: { code: 'part-tampered' } });
    provider.changePart = (part) => part;
    expect((await retry(body.id)).body).toMatchObject({ state: 'COMPLETED' });
    expect(provider.named).toEqual([undefined, undefined]);
  });

  test('is refused under a consent that is paused, and by the manager where it says no', async () => {
    const { consentId, id } = await partial();
    gateway.manager.refusesRenewal = 'consent-revoked';
    expect(await retry(id)).toMatchObject({ status: 403, body: { code: 'consent-revoked' } });
    gateway.manager.refusesRenewal = undefined;
    await gateway.manager.tell('consent-artefact.paused', { artefactId: consentId, state: 'PAUSED', version: 2 });
    expect(await retry(id)).toMatchObject({ status: 403, body: { code: 'consent-paused' } });
    await gateway.manager.tell('consent-artefact.resumed', { artefactId: consentId, state: 'ACTIVE', version: 3 });
    expect((await retry(id)).body.state).toBe('COMPLETED');
  });

  test('after 24 hours is refused, and says what to do', async () => {
    const { id } = await partial();
    clock.advance(24 * 3600);
    const { status, body } = await retry(id);
    expect({ status, body }).toMatchObject({
      status: 403,
      body: { code: 'use-lapsed', next: 'Make a new data request.' },
    });
    expect((await retry('0198c5a0-0000-7000-8000-00000000000f')).status).toBe(404);
  });
});
