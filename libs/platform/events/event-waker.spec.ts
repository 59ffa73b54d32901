import { expect, test } from 'vitest';
import type { NetworkOptions } from '../participant/network-options.ts';
import { type AddOptions, JobQueues } from '../queue/job-queues.ts';
import { type DeliveryJob, EventWaker } from './event-waker.ts';

/** Nobody works off these jobs: those a killed process was at still stand there when it comes back. */
class StandingJobs extends JobQueues {
  readonly jobs: DeliveryJob[] = [];
  private readonly ids = new Set<string>();

  define(): void {}
  every(): void {}
  hasRoom = () => false;
  doHere(): void {}

  async add(_name: string, data: object, { id }: AddOptions = {}): Promise<void> {
    if (id !== undefined && this.ids.has(id)) return;
    if (id !== undefined) this.ids.add(id);
    this.jobs.push(data as DeliveryJob);
  }
}

test('wakes every event, also beside one whose job still stands there', async () => {
  const queues = new StandingJobs();
  const waker = new EventWaker(queues, { role: 'clinic' } as NetworkOptions);
  waker.wake('first');
  await Promise.resolve();
  await Promise.resolve();
  waker.wake('first');
  waker.wake('second');
  await expect.poll(() => queues.jobs.flatMap(({ ids }) => ids)).toContain('second');
});
