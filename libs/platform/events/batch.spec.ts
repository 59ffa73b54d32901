import { expect, test } from 'vitest';
import { Batch } from './batch.ts';

test('a batch goes at once, and gathers what comes meanwhile', async () => {
  const done: number[][] = [];
  let release = () => {};
  const batch = new Batch<number>(3, 1, async (items) => {
    done.push(items);
    if (done.length === 1) await new Promise<void>((resolve) => (release = resolve));
  });
  batch.add(1);
  await Promise.resolve();
  await Promise.resolve();
  expect(done).toEqual([[1]]);
  for (const item of [2, 3, 4, 5]) batch.add(item);
  release();
  await batch.settled();
  expect(done).toEqual([[1], [2, 3, 4], [5]]);
  batch.add(6);
  await batch.settled();
  expect(done.at(-1)).toEqual([6]);
});
