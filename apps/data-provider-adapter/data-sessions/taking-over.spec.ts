import { afterAll, beforeAll, expect, it } from 'vitest';
import { JobQueues, Replicas } from '#platform';
import type { DataSessionAnswer } from '#protocol';
import { eventually } from '#testing';
import { Gateway } from '../spec-support/gateway-under-test.ts';
import { Manager } from '../spec-support/manager-under-test.ts';
import { type ProviderUnderTest, startProvider } from '../spec-support/provider-under-test.ts';
import { mara, transactions } from '../spec-support/sample-source-under-test.ts';

let world: ProviderUnderTest;
type BullJobQueues = JobQueues & { beforeApplicationShutdown(): Promise<void> };

beforeAll(async () => {
  world = await startProvider({ SESSION_ANSWER_WAIT_MILLISECONDS: '100', FILL_LEASE_SECONDS: '60' });
});
afterAll(() => world.stop());

/** What the others see of a killed process: it takes no jobs, and the connection that proved its life is gone. */
it('a session whose filler is gone is taken over by another at once, and has every record once', async () => {
  const count = 9000;
  let isFirst = true;
  world.source.addAccount('0001', mara, () => []);
  world.source.hold('0001', 'bank.transaction', async function* () {
    const hangs = isFirst;
    isFirst = false;
    let n = 0;
    for (const record of transactions(count, { reference: 'x'.repeat(150) })) {
      n += 1;
      if (hangs && n === 4000) await new Promise(() => undefined);
      yield record;
    }
  });
  const manager = new Manager(world);
  const gateway = await Gateway.create(world, manager);
  const held = await gateway.open(await manager.issue(await manager.link(mara)));
  const look = async () => (await (await gateway.get(held)).json()) as DataSessionAnswer;
  await eventually(async () => ((await look()).parts === 1 ? true : undefined));
  const replica = await world.start({ RUN: 'jobs' });
  try {
    await (world.provider.app.get(JobQueues, { strict: false }) as BullJobQueues).beforeApplicationShutdown();
    const killed = performance.now();
    await world.provider.app.get(Replicas, { strict: false }).onApplicationShutdown();
    const done = await eventually(async () => {
      const answer = await look();
      return answer.state === 'ACTIVE' ? undefined : answer;
    }, 40);
    // Without the others looking it would be the 60 seconds of the lease.
    const seconds = (performance.now() - killed) / 1000;
    expect(seconds).toBeLessThan(30);
    expect(done.state).toBe('COMPLETED');
    const ids: unknown[] = [];
    for (let n = 0; n < done.parts; n += 1) {
      const { lines } = await gateway.part(held, n);
      for (const line of lines.trimEnd().split('\n')) ids.push(JSON.parse(line).record.transactionId);
    }
    expect(ids).toHaveLength(count);
    expect(new Set(ids).size).toBe(count);
  } finally {
    await replica.stop();
  }
}, 90_000);
