import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestFolder } from '#testing';
import { CleanUp } from '../../apps/network-node/terminal/clean-up.ts';
import { faultKinds } from './fault.ts';
import { invariants } from './invariants.ts';
import { requireBuild } from './require-build.ts';
import { type RoundsRun, runRounds } from './run-rounds.ts';
import { sayRound } from './words.ts';

/** Ten in a row have every kind of fault; FAULT_SEED=101 tries ten others. `npm run faults` plays hundreds. */
const seed = Number(process.env['FAULT_SEED'] ?? 1);

describe('ten rounds in which something breaks', () => {
  const cleanUp = new CleanUp();
  const lines: string[] = [];
  let run: RoundsRun;

  beforeAll(async () => {
    await requireBuild();
    const folder = await createTestFolder();
    cleanUp.add(() => folder.remove());
    run = await runRounds(
      { seed, rounds: 10, folder: folder.path, tell: (...round) => void lines.push(...sayRound(...round)) },
      cleanUp,
    );
  }, 400_000);
  afterAll(() => cleanUp.run());

  it('break each thing there is to break, or say that this machine cannot', () => {
    const counted = faultKinds.map((kind) => (run.injected[kind] ?? 0) + (run.skipped[kind] ?? 0));
    expect(Math.min(...counted)).toBeGreaterThan(0);
    expect(counted.reduce((sum, count) => sum + count)).toBe(10);
  });

  it('fall into calls that are under way, not between them alone', () => {
    expect(run.unanswered).toBeGreaterThan(0);
  });

  it('have somebody ask for data in all of it, whatever he hears', () => {
    expect(run.disobedient).toBeGreaterThan(10 * run.rounds);
  });

  it('look at every invariant at the end of each', () => {
    for (const { name } of invariants) expect(run.invariants[name], name).toBe(10);
  });

  it('find none broken', () => {
    expect(run.violations, lines.join('\n')).toEqual([]);
  });
});
