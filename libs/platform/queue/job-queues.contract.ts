import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BullJobQueues } from './bull-job-queues.ts';

export interface QueuesUnderTest {
  /** A process's queues; several share the same jobs. */
  open(): Promise<BullJobQueues>;
  drop(): Promise<void>;
}

/** What every backend of the queues must do. */
export function contractOfJobQueues(name: string, create: () => Promise<QueuesUnderTest>): void {
  describe(`job queues on ${name}`, { timeout: 30_000 }, () => {
    let place: QueuesUnderTest;
    let queues: BullJobQueues;
    let done: unknown[] = [];
    const record = async (data: object) => void done.push(data);

    beforeEach(async () => {
      place = await create();
      queues = await place.open();
      done = [];
    });

    afterEach(async () => {
      await close(queues);
      await place.drop();
    });

    test('do a job soon after it was added', async () => {
      queues.define('clinic.read', record);
      queues.onApplicationBootstrap();
      await sleep(300);
      const added = Date.now();
      await queues.add('clinic.read', { n: 1 });
      await vi.waitFor(() => expect(done).toEqual([{ n: 1 }]), { interval: 2 });
      expect(Date.now() - added).toBeLessThan(500);
    });

    test('keep a job until someone works it off', async () => {
      await queues.add('clinic.read', { n: 1 });
      queues.define('clinic.read', record);
      queues.onApplicationBootstrap();
      await vi.waitFor(() => expect(done).toEqual([{ n: 1 }]));
    });

    test('do not queue the same id twice while it waits, and take it again once it is done', async () => {
      await queues.add('clinic.read', { n: 1 }, { id: 'one' });
      await queues.add('clinic.read', { n: 2 }, { id: 'one' });
      queues.define('clinic.read', record);
      queues.onApplicationBootstrap();
      await vi.waitFor(() => expect(done).toEqual([{ n: 1 }]));
      await sleep(200);
      await queues.add('clinic.read', { n: 3 }, { id: 'one' });
      await vi.waitFor(() => expect(done).toEqual([{ n: 1 }, { n: 3 }]));
    });

    test('take an id again after its job failed', async () => {
      let first = true;
      queues.define('clinic.read', async (data) => {
        if (first) {
          first = false;
          throw new Error('no');
        }
        await record(data);
      });
      queues.onApplicationBootstrap();
      await queues.add('clinic.read', { n: 1 }, { id: 'one' });
      await vi.waitFor(() => expect(first).toBe(false));
      await sleep(200);
      await queues.add('clinic.read', { n: 2 }, { id: 'one' });
      await vi.waitFor(() => expect(done).toEqual([{ n: 2 }]));
    });

    test('do a delayed job when it is time, though added to an idle worker', async () => {
      queues.define('clinic.read', record);
      queues.onApplicationBootstrap();
      await sleep(300);
      await queues.add('clinic.read', { n: 1 }, { delayMs: 600 });
      await sleep(300);
      expect(done).toEqual([]);
      await vi.waitFor(() => expect(done).toEqual([{ n: 1 }]), { timeout: 1500 });
    });

    test('go on after a job that failed', async () => {
      queues.define('clinic.read', async (data: { n: number }) => {
        if (data.n === 1) throw new Error('no');
        await record(data);
      });
      queues.onApplicationBootstrap();
      await queues.add('clinic.read', { n: 1 });
      await queues.add('clinic.read', { n: 2 });
      await vi.waitFor(() => expect(done).toEqual([{ n: 2 }]));
    });

    test('run as many at once as they were told', async () => {
      let running = 0;
      let most = 0;
      queues.define(
        'clinic.read',
        async (data) => {
          most = Math.max(most, ++running);
          await sleep(100);
          running--;
          await record(data);
        },
        { concurrency: 3 },
      );
      queues.onApplicationBootstrap();
      for (let n = 0; n < 6; n++) await queues.add('clinic.read', { n });
      await vi.waitFor(() => expect(done).toHaveLength(6), { timeout: 5000 });
      expect(most).toBe(3);
    });

    test('do here what needs no queue, and count it among those at once', async () => {
      let running = 0;
      let most = 0;
      const work = async (data: object) => {
        most = Math.max(most, ++running);
        await sleep(50);
        running--;
        await record(data);
      };
      queues.define('clinic.read', work, { concurrency: 2 });
      expect(queues.hasRoom('clinic.read')).toBe(false);
      queues.onApplicationBootstrap();
      await queues.add('clinic.read', { n: 0 });
      for (let n = 1; queues.hasRoom('clinic.read'); n++) queues.doHere('clinic.read', () => work({ n }));
      await vi.waitFor(() => expect(done).toHaveLength(5), { timeout: 5000 });
      expect(most).toBe(2);
      expect(queues.hasRoom('clinic.read')).toBe(true);
    });

    test('go on after what failed here', async () => {
      queues.define('clinic.read', record);
      queues.onApplicationBootstrap();
      queues.doHere('clinic.read', async () => {
        throw new Error('no');
      });
      queues.doHere('clinic.read', () => record({ n: 1 }));
      await vi.waitFor(() => expect(done).toEqual([{ n: 1 }]));
    });

    test('wait at a stop for what is under way here, and leave what waits', async () => {
      queues.define('clinic.read', record);
      queues.onApplicationBootstrap();
      queues.doHere('clinic.read', async () => {
        await sleep(200);
        await record({ n: 1 });
      });
      queues.doHere('clinic.read', () => record({ n: 2 }));
      await queues.beforeApplicationShutdown();
      expect(done).toEqual([{ n: 1 }]);
    });

    test('wait at a stop for the job under way', async () => {
      let begun = false;
      queues.define('clinic.read', async (data) => {
        begun = true;
        await sleep(400);
        await record(data);
      });
      queues.onApplicationBootstrap();
      await queues.add('clinic.read', { n: 1 });
      await vi.waitFor(() => expect(begun).toBe(true));
      await queues.beforeApplicationShutdown();
      expect(done).toEqual([{ n: 1 }]);
    });

    test('give the job of a worker that went silent to another within three seconds', async () => {
      const silent = await place.open();
      let begun = 0;
      const { promise, resolve } = Promise.withResolvers<void>();
      silent.define('clinic.read', async () => {
        begun = Date.now();
        await promise;
      });
      silent.onApplicationBootstrap();
      await queues.add('clinic.read', { n: 1 });
      await vi.waitFor(() => expect(begun).toBeGreaterThan(0));
      // As if it were killed: it no longer renews its lock.
      stopRenewing(silent);
      queues.define('clinic.read', record);
      queues.onApplicationBootstrap();
      await vi.waitFor(() => expect(done).toEqual([{ n: 1 }]), { timeout: 5000, interval: 20 });
      expect(Date.now() - begun).toBeLessThan(3500);
      resolve();
      await close(silent);
    });

    test('run a timer at once, again and again, and on one replica at a time', async () => {
      const other = await place.open();
      let running = 0;
      let most = 0;
      let runs = 0;
      const sweep = async () => {
        most = Math.max(most, ++running);
        await sleep(60);
        running--;
        runs++;
      };
      for (const each of [queues, other]) {
        each.every('clinic.sweep', 20, sweep);
        each.onApplicationBootstrap();
      }
      await vi.waitFor(() => expect(runs).toBeGreaterThan(4), { timeout: 5000 });
      expect(most).toBe(1);
      await close(other);
    });

    test('go on with a timer that failed', async () => {
      let runs = 0;
      queues.every('clinic.sweep', 10, async () => {
        runs++;
        throw new Error('no');
      });
      queues.onApplicationBootstrap();
      await vi.waitFor(() => expect(runs).toBeGreaterThan(2), { timeout: 5000 });
    });
  });
}

async function close(queues: BullJobQueues): Promise<void> {
  await queues.beforeApplicationShutdown();
  await queues.onApplicationShutdown();
}

function stopRenewing(queues: BullJobQueues): void {
  const { workers } = queues as unknown as {
    workers: Array<{ lockManager: { close(): Promise<void> }; stalledCheckStopper?: () => void }>;
  };
  for (const worker of workers) {
    void worker.lockManager.close();
    worker.stalledCheckStopper?.();
  }
}
