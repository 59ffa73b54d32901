import { expect, test } from 'vitest';
import { tryEndpoints } from './endpoints/try-endpoints.ts';

test('every endpoint of every role refuses what it cannot take, and answers in time', {
  timeout: 600_000,
}, async () => {
  const tally = await tryEndpoints();
  tally.report();
  expect(tally.findings).toEqual([]);
  expect(tally.harms).toEqual({ accepted: 0, serverErrors: 0, hangs: 0, refusedGood: 0 });
  expect(tally.tried).toBeGreaterThan(500);
});
