import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { hasRedis, startRunningNetwork, startTestRedis, type TestRedis } from '#testing';
import { GreetingsController, greeterRole, Heard } from '../network/role-under-test.ts';
import type { RunningRole } from '../role/role.ts';

/** Two participants with their queues in one Redis: every event that is told must be heard once, whatever it does. */
describe.skipIf(!hasRedis)('where Redis is lost (needs redis-server)', () => {
  let redis: TestRedis;
  let network: Awaited<ReturnType<typeof startRunningNetwork>>;
  let heard: Heard;
  let url = '';

  beforeAll(async () => {
    redis = await startTestRedis({ requirepass: 'open-sesame', 'maxmemory-policy': 'allkeys-lru' });
    url = redis.url;
    network = await startRunningNetwork(greeterRole, { REDIS_URL: url });
    heard = network.manager.app.get(Heard);
  });
  afterAll(async () => {
    await network?.stop();
    await redis?.stop();
  });

  const end = (id: string, by: RunningRole = network.provider) =>
    by.app.get(GreetingsController).end('https://manager.example', id);
  const ready = async (role: RunningRole = network.provider) => {
    const answer = await fetch(`${role.url}/health/ready`);
    return { status: answer.status, ...((await answer.json()) as { checks: Record<string, boolean> }) };
  };
  const untilReady = (role?: RunningRole) =>
    vi.waitFor(async () => expect(await ready(role)).toMatchObject({ status: 200, checks: { queues: true } }), 15_000);
  const heardOnce = async (ids: readonly string[]) => {
    const times = (id: string) => heard.events.filter((one) => one === id).length;
    await vi.waitFor(() => expect(ids.filter((id) => times(id) === 0)).toEqual([]), { timeout: 15_000, interval: 50 });
    expect(ids.filter((id) => times(id) !== 1)).toEqual([]);
  };
  async function tell(count: number, meanwhile: () => unknown = () => undefined, by?: RunningRole): Promise<string[]> {
    const ids = Array.from({ length: count }, () => uuidv7());
    for (const [index, id] of ids.entries()) {
      if (index === Math.floor(count / 2)) await meanwhile();
      await end(id, by);
    }
    return ids;
  }

  test('it is said, and that keys may be evicted as well', async () => {
    await untilReady();
    const log = await readFile(join(network.folder, 'provider.log'), 'utf8');
    expect(log).toContain('maxmemory-policy allkeys-lru');
    expect(log).not.toContain('open-sesame');
  });

  test('one that is flushed again and again loses nothing', async () => {
    const flushing = new AbortController();
    const flush = (async () => {
      while (!flushing.signal.aborted) {
        await redis.ask('FLUSHALL');
        await sleep(20);
      }
    })();
    const ids = await tell(100);
    flushing.abort();
    await flush;
    await heardOnce(ids);
  }, 30_000);

  test('one that is killed and comes back empty loses nothing, and wakes at once again', async () => {
    const ids = await tell(40, async () => {
      await redis.kill();
      await redis.start();
    });
    await heardOnce(ids);
    await untilReady();
    await heardOnce(await tell(5));
  }, 30_000);

  test('one that is away holds no call up, is missed by readiness alone, and events are told without it', async () => {
    await redis.kill();
    const begun = performance.now();
    const ids = await tell(10);
    expect(performance.now() - begun).toBeLessThan(10_000);
    await vi.waitFor(async () => expect(await ready()).toMatchObject({ status: 200, checks: { queues: false } }));
    expect((await fetch(`${network.provider.url}/health/live`)).status).toBe(200);
    await heardOnce(ids);
    await redis.start();
    await untilReady();
    await heardOnce(await tell(5));
  }, 40_000);

  test('one that takes connections and answers nothing holds no call up for long', async () => {
    redis.freeze();
    const begun = performance.now();
    const ids = await tell(10);
    expect(performance.now() - begun).toBeLessThan(12_000);
    expect(await ready()).toMatchObject({ status: 200, checks: { queues: false } });
    await heardOnce(ids);
    redis.thaw();
    await untilReady();
    await heardOnce(await tell(5));
  }, 40_000);

  test('one that is away when a role starts is waited for by the jobs alone', async () => {
    await redis.kill();
    const file = join(network.folder, 'redis-url');
    await writeFile(file, `${url}\n`, { mode: 0o600 });
    const late = await network.start('late', 'data-provider', { REDIS_URL: '', REDIS_URL_FILE: file });
    await network.registry.enrol(late.url);
    await vi.waitFor(
      async () => expect((await ready(late)).checks).toMatchObject({ queues: false, listed: true }),
      8000,
    );
    const ids = await tell(5, undefined, late);
    await heardOnce(ids);
    await redis.start();
    await untilReady(late);
    await heardOnce(await tell(5, undefined, late));
    await late.stop();
  }, 60_000);

  test('one that is away does not hold up a stop', async () => {
    const leaving = await network.start('leaving', 'data-provider');
    await redis.kill();
    await sleep(300);
    const begun = performance.now();
    await leaving.stop();
    expect(performance.now() - begun).toBeLessThan(15_000);
    await redis.start();
  }, 30_000);
});
