import { expect, test } from 'vitest';
import { tryFlips } from './inputs/try-flips.ts';

test('no signed message and no sealed part is taken with one bit flipped', { timeout: 600_000 }, async () => {
  const tally = await tryFlips();
  tally.report();
  expect(tally.findings).toEqual([]);
  expect(tally.harms).toEqual({ accepted: 0, serverErrors: 0, hangs: 0, refusedGood: 0 });
  expect(tally.tried).toBeGreaterThan(1000);
});
