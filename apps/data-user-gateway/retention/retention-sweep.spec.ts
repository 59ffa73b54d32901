import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Database, sql } from '#platform';
import { HandSetClock } from '#testing';
import { type GatewayUnderTest, transactions } from '../spec-support/gateway-under-test.ts';
import { type NetworkUnderTest, startNetwork } from '../spec-support/network-under-test.ts';
import { RetentionSweep } from './retention-sweep.ts';

const countRows = sql(
  'count-rows',
  `SELECT (SELECT count(*) FROM consent_requests) AS asked, (SELECT count(*) FROM consents) AS consents,
     (SELECT count(*) FROM data_requests) AS requests, (SELECT count(*) FROM data_sessions) AS sessions,
     (SELECT count(*) FROM deletion_receipts) AS receipts`,
);

describe('what ended long ago', () => {
  let network: NetworkUnderTest;
  let gateway: GatewayUnderTest;
  const clock = new HandSetClock(new Date().toISOString());

  beforeAll(async () => {
    network = await startNetwork(clock, { RECORD_RETENTION_DAYS: '1' });
    gateway = network.gateway;
    gateway.provider.parts = [transactions('0198c5a0-1111-7000-8000-000000000001', 2)];
  });
  afterAll(() => network.stop());

  const rows = async () => (await gateway.app.get(Database).read(countRows))[0];

  test('is forgotten once its data is erased; receipts stay', async () => {
    const consentId = await gateway.consented();
    const { body } = await gateway.api.post('/data-requests', { consentId });
    await gateway.api.get(`/data-requests/${body.id}?waitSeconds=15`);
    const all = { asked: 1, consents: 1, requests: 1, sessions: 1 };
    clock.advance(86_500);
    await gateway.app.get(RetentionSweep).sweep();
    expect(await rows()).toEqual({ ...all, receipts: expect.any(Number) });
    await gateway.api.post(`/consents/${consentId}/erase`);
    await gateway.manager.tell('consent-artefact.revoked', { artefactId: consentId, state: 'REVOKED', version: 2 });
    await gateway.app.get(RetentionSweep).sweep();
    expect(await rows()).toMatchObject({ asked: 0, consents: 0, requests: 0, sessions: 0, receipts: 1 });
  });
});
