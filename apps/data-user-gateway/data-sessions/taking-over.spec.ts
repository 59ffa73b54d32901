import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { JobQueues, Replicas } from '#platform';
import { HandSetClock } from '#testing';
import { transactions } from '../spec-support/gateway-under-test.ts';
import { type NetworkUnderTest, startNetwork } from '../spec-support/network-under-test.ts';

const account = '0198c5a0-1111-7000-8000-000000000001';
let network: NetworkUnderTest;
type BullJobQueues = JobQueues & { beforeApplicationShutdown(): Promise<void> };

beforeAll(async () => {
  network = await startNetwork(new HandSetClock(new Date().toISOString()));
});
afterAll(() => network.stop());

/** What the others see of a killed process: it takes no jobs, and the connection that proved its life is gone. */
test('a fetch whose process is gone is taken over by another at once, and counts once', async () => {
  const { gateway } = network;
  const { provider, manager } = gateway;
  provider.parts = [transactions(account, 3), transactions(account, 2, 3), transactions(account, 4, 5)];
  const { promise: never, resolve: endIt } = Promise.withResolvers<void>();
  let isFirst = true;
  provider.beforePart = (n) => {
    if (n !== 1 || !isFirst) return undefined;
    isFirst = false;
    return never;
  };
  const consentId = await gateway.consented();
  const { body: asked } = await gateway.api.post('/data-requests', { consentId });
  await vi.waitFor(() => expect(isFirst).toBe(false), 10_000);
  const replica = await gateway.startReplica({ RUN: 'jobs' });
  try {
    await (gateway.app.get(JobQueues, { strict: false }) as BullJobQueues).beforeApplicationShutdown();
    const killed = performance.now();
    await gateway.app.get(Replicas, { strict: false }).onApplicationShutdown();
    const { body: done } = await gateway.api.get(`/data-requests/${asked.id}?waitSeconds=25`);
    const seconds = (performance.now() - killed) / 1000;
    expect(done).toMatchObject({ state: 'COMPLETED', sessions: [{ records: 9, partsReceived: 3 }] });
    // Without the others looking it would be the 60 seconds of FETCH_LEASE_SECONDS.
    expect(seconds).toBeLessThan(15);
    endIt();
    await vi.waitFor(() => expect(manager.eventsOf('data-session.received')).toHaveLength(1), 5000);
    const { body } = await gateway.api.get(`/consents/${consentId}/records`);
    expect(body.records).toHaveLength(9);
    expect(provider.opened).toBe(1);
    expect(provider.asked.filter((n: number) => n === 0)).toHaveLength(1);
  } finally {
    endIt();
    await replica.stop();
  }
}, 60_000);
