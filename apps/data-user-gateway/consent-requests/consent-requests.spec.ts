import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSeconds } from '#domain';
import { HandSetClock } from '#testing';
import type { GatewayUnderTest } from '../spec-support/gateway-under-test.ts';
import { type NetworkUnderTest, startNetwork } from '../spec-support/network-under-test.ts';

describe('asking for consent', () => {
  let network: NetworkUnderTest;
  let gateway: GatewayUnderTest;
  const clock = new HandSetClock(new Date().toISOString());

  beforeAll(async () => {
    network = await startNetwork(clock);
    gateway = network.gateway;
  });
  afterAll(() => network.stop());

  test('gives a handle and the address where the person decides', async () => {
    const { status, body } = await gateway.api.post('/consent-requests', gateway.ask());
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'PENDING',
      handle: expect.any(String),
      approvalUrl: expect.stringContaining(body.handle),
    });
    expect((await gateway.api.get(`/consent-requests/${body.id}`)).body).toEqual(body);
    expect(gateway.manager.asks.at(-1)?.ask).toMatchObject({ principal: 'asha@consent.example', mayBeNarrowed: true });
  });

  test('twice with one Idempotency-Key is one request; with other content it is refused', async () => {
    const before = gateway.manager.asks.length;
    const ask = gateway.ask();
    const send = (key: string, more = {}) => gateway.api.post('/consent-requests', { ...ask, ...more }, key);
    const [one, two] = await Promise.all([send('loan-1'), send('loan-1')]);
    expect(one.body).toEqual(two.body);
    expect((await send('loan-1')).body).toEqual(one.body);
    expect(gateway.manager.asks.length).toBe(before + 1);
    const other = await send('loan-1', { mayBeNarrowed: false });
    expect(other).toMatchObject({ status: 409, body: { code: 'request-id-reused' } });
  });

  test('fills in what the template says', async () => {
    const { terms: _terms, ...ask } = gateway.ask();
    const terms = {
      template: 'loan-application',
      purpose: { text: 'Your loan' },
      consentMode: 'STORE',
      fetchType: 'ONETIME',
    };
    const { status, body } = await gateway.api.post('/consent-requests', { ...ask, terms });
    expect(status).toBe(201);
    expect(body.terms).toMatchObject({
      purpose: { code: 'credit-assessment', text: 'Your loan' },
      dataTypes: [{ type: 'bank.account-summary' }, { type: 'bank.transaction' }],
      dataLife: 'P6M',
      dataFilter: [],
    });
  });

  test.each([
    ['an unknown purpose', { purpose: { code: 'curiosity', text: 'x' } }, 'purpose-unknown'],
    ['an unknown field', { dataTypes: [{ type: 'bank.transaction', fields: ['pin'] }] }, 'field-unknown'],
    ['more than the template allows', { template: 'loan-application', dataLife: 'P9Y' }, 'outside-template'],
    ['an unknown template', { template: 'everything' }, 'template-unknown'],
  ])('is refused here for %s, before anyone is bothered', async (_name, terms, code) => {
    const before = gateway.manager.asks.length;
    const answer = await gateway.api.post('/consent-requests', gateway.ask(terms));
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect(gateway.manager.asks.length).toBe(before);
  });

  test('needs the key of our own systems', async () => {
    const answer = await fetch(`${gateway.manager.gateway.url}/consent-requests`);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'api-key-invalid' });
  });

  test('ends with the person’s no, which whoever waits hears at once', async () => {
    const { body } = await gateway.api.post('/consent-requests', gateway.ask());
    const waiting = gateway.api.get(`/consent-requests/${body.id}?waitSeconds=10`);
    const { requestId = '' } = gateway.manager.asks.at(-1)?.ask ?? {};
    const said = { handle: body.handle, requestId, reason: 'too-much-asked' };
    expect(await gateway.manager.tell('consent-request.rejected', said)).toBe(202);
    expect((await waiting).body).toMatchObject({ state: 'REJECTED', reason: 'too-much-asked' });
    // Decided once: what comes later changes nothing.
    expect(await gateway.manager.tell('consent-request.expired', said)).toBe(202);
    expect((await gateway.api.get(`/consent-requests/${body.id}`)).body.state).toBe('REJECTED');
  });

  test('ends with a no in her own words too, of an event from before there were codes', async () => {
    const { body } = await gateway.api.post('/consent-requests', gateway.ask());
    const { requestId = '' } = gateway.manager.asks.at(-1)?.ask ?? {};
    const said = { handle: body.handle, requestId, reason: 'Too much' };
    expect(await gateway.manager.tell('consent-request.rejected', said)).toBe(202);
    expect((await gateway.api.get(`/consent-requests/${body.id}`)).body).toMatchObject({
      state: 'REJECTED',
      reason: 'Too much',
    });
  });

  test('ends with a narrower consent than was asked', async () => {
    const { body } = await gateway.api.post('/consent-requests', gateway.ask());
    const asked = gateway.terms();
    const narrower = {
      ...asked,
      dataRange: { ...asked.dataRange, from: addSeconds(asked.dataRange.to, -180 * 86_400) },
    };
    const { consentId, status } = await gateway.manager.approve(body.handle, narrower);
    expect(status).toBe(202);
    expect((await gateway.api.get(`/consent-requests/${body.id}`)).body).toMatchObject({
      state: 'APPROVED',
      consentId,
    });
    const { body: consent } = await gateway.api.get(`/consents/${consentId}`);
    expect(consent).toMatchObject({ state: 'ACTIVE', usesSoFar: 0, terms: { dataRange: narrower.dataRange } });
    expect((await gateway.api.get('/consents')).body.consents.map(({ id }) => id)).toContain(consentId);
  });

  test('takes no artefact that gives more than was asked', async () => {
    const { body } = await gateway.api.post('/consent-requests', gateway.ask());
    const wider = gateway.terms({ dataLife: 'P1Y' });
    const { consentId, status } = await gateway.manager.approve(body.handle, wider);
    expect(status).toBe(400);
    expect((await gateway.api.get(`/consents/${consentId}`)).body.code).toBe('consent-unknown');
    expect((await gateway.api.get(`/consent-requests/${body.id}`)).body.state).toBe('PENDING');
  });

  test('takes no artefact for another data user, or of an unknown handle', async () => {
    const { body } = await gateway.api.post('/consent-requests', gateway.ask());
    const other = await gateway.manager.approve(body.handle, undefined, { dataUser: 'https://other.example' });
    expect(other.status).toBe(400);
    const unknown = await gateway.manager.approve(body.handle, undefined, {
      handle: '0198c5a0-0000-7000-8000-000000000009',
    });
    expect(unknown.status).toBe(400);
  });

  test('follows the consent through pause, resumption and events that come late', async () => {
    const consentId = await gateway.consented({ eraseOnRevocation: false });
    const state = async () => (await gateway.api.get(`/consents/${consentId}`)).body.state;
    const say = (type: 'paused' | 'resumed' | 'revoked', to: 'PAUSED' | 'ACTIVE' | 'REVOKED', version: number) =>
      gateway.manager.tell(`consent-artefact.${type}`, { artefactId: consentId, state: to, version });
    expect(await say('paused', 'PAUSED', 2)).toBe(202);
    expect(await state()).toBe('PAUSED');
    expect(await say('revoked', 'REVOKED', 4)).toBe(202);
    expect(await say('resumed', 'ACTIVE', 3)).toBe(202);
    expect(await state()).toBe('REVOKED');
  });
});
