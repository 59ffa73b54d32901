import { afterAll, expect, test } from 'vitest';
import type { Tally } from './inputs/tally.ts';
import { tryJson } from './inputs/try-json.ts';
import { tryParsers } from './inputs/try-parsers.ts';
import { trySealing } from './inputs/try-sealing.ts';
import { tryStates } from './inputs/try-states.ts';
import { tryTokens } from './inputs/try-tokens.ts';

/** Inputs made to do harm, by the thousand; `npm run hostile` tries two hundred thousand and more. */
const noHarm = { accepted: 0, serverErrors: 0, hangs: 0, refusedGood: 0 };
const tallies: Tally[] = [];
afterAll(() => {
  for (const tally of tallies) tally.report();
});

test.each([
  ['JSON that is not strict', tryJson],
  ['forged tokens', tryTokens],
  ['what was sealed elsewhere or never', trySealing],
  ['whatever a parser is given', tryParsers],
  ['acts in any order', tryStates],
] as const)('%s: no harm done', { timeout: 600_000 }, async (_what, tries) => {
  const tally = await tries();
  tallies.push(tally);
  expect(tally.findings).toEqual([]);
  expect(tally.harms).toEqual(noHarm);
  expect(tally.tried).toBeGreaterThan(0);
});
