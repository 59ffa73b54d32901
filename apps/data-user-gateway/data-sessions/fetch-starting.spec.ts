import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HandSetClock } from '#testing';
import type { GatewayClient } from '../spec-support/gateway-client.ts';
import { type GatewayUnderTest, transactions } from '../spec-support/gateway-under-test.ts';
import { type NetworkUnderTest, startNetwork } from '../spec-support/network-under-test.ts';

const account = '0198c5a0-1111-7000-8000-000000000001';

describe('a fetch', () => {
  let network: NetworkUnderTest;
  let gateway: GatewayUnderTest;
  let atOnce = 0;
  let most = 0;

  beforeAll(async () => {
    network = await startNetwork(new HandSetClock(new Date().toISOString()), { FETCH_CONCURRENCY: '2' });
    gateway = network.gateway;
    gateway.provider.parts = [transactions(account, 3)];
    gateway.provider.beforePart = async () => {
      most = Math.max(most, ++atOnce);
      await new Promise((resolve) => setTimeout(resolve, 50));
      atOnce -= 1;
    };
  });
  afterAll(() => network.stop());

  const ask = async (api: GatewayClient) => {
    const { body } = await api.post('/data-requests', { consentId: await gateway.consented() });
    return body.id;
  };
  const settled = async (id: string) => (await gateway.api.get(`/data-requests/${id}?waitSeconds=20`)).body;

  test('waits for its turn where more are asked for than are fetched at once', async () => {
    const ids = await Promise.all(Array.from({ length: 9 }, () => ask(gateway.api)));
    for (const id of ids) expect(await settled(id)).toMatchObject({ state: 'COMPLETED', sessions: [{ records: 3 }] });
    expect(most).toBe(2);
    expect(gateway.provider.opened).toBe(9);
  });

  test('that was asked of a process for calls alone is done by one that works jobs off', async () => {
    const replica = await gateway.startReplica({ RUN: 'http' });
    try {
      const id = await ask(await gateway.clientOf(replica));
      expect(await settled(id)).toMatchObject({ state: 'COMPLETED', sessions: [{ records: 3 }] });
    } finally {
      await replica.stop();
    }
  });
});
