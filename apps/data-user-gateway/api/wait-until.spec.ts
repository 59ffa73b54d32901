import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { tellNews } from './news.ts';
import { waitUntil } from './wait-until.ts';

it('what this process hears of is answered at once', async () => {
  let state = 'PENDING';
  const waiting = waitUntil(
    'one',
    async () => ({ state, at: performance.now() }),
    (value) => value.state !== 'PENDING',
    10,
  );
  await sleep(10);
  state = 'DONE';
  const told = performance.now();
  tellNews('another');
  tellNews('one');
  const { at } = await waiting;
  expect(at - told).toBeLessThan(100);
});

it('what another process did is found by looking again', async () => {
  const states = ['PENDING', 'PENDING', 'DONE'];
  const state = await waitUntil(
    'one',
    async () => states.shift(),
    (value) => value === 'DONE',
    10,
  );
  expect(state).toBe('DONE');
});

it('what is expected to wait still is read where no news of it comes, and not where some does', async () => {
  const reads: unknown[] = [];
  const read = async (news: unknown) => {
    reads.push(news);
    return news ?? 'DONE';
  };
  const isDone = (value: unknown) => value !== 'PENDING';
  expect(await waitUntil<unknown>('one', read, isDone, 10, 'PENDING')).toBe('DONE');
  expect(reads).toEqual([undefined]);
  const waiting = waitUntil<unknown>('one', read, isDone, 10, 'PENDING');
  tellNews('one', 'TOLD');
  expect(await waiting).toBe('TOLD');
  expect(reads).toEqual([undefined, 'TOLD']);
});

it('what is only expected is no answer', async () => {
  expect(
    await waitUntil(
      'one',
      async () => 'DONE',
      () => false,
      0,
      'PENDING',
    ),
  ).toBe('DONE');
});

it('an answer is not held back for longer than was asked', async () => {
  const read = async () => 'PENDING';
  expect(await waitUntil('one', read, () => false, 0)).toBe('PENDING');
  expect(await waitUntil('one', read, () => false, 0.05)).toBe('PENDING');
});
