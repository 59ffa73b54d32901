import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestFolder } from '#testing';
import { CleanUp } from '../../apps/network-node/terminal/clean-up.ts';
import { readPlants, settingsToPlant } from './plant.ts';
import { requireBuild } from './require-build.ts';
import { runRounds } from './run-rounds.ts';
import { sayRound } from './words.ts';

/** What finds it: an invariant, in rounds of this kind from this seed on. */
const finders = [
  ['part-unchecked', 'no-release-after-refusal', { seed: 2, rounds: 2, only: undefined }],
  ['renewal-unchecked', 'no-release-after-refusal', { seed: 2, rounds: 2, only: undefined }],
  ['acknowledged-before-applied', 'events-once', { seed: 11, rounds: 2, only: 'kill-acknowledging' }],
  ['pause-faulty-at-first', 'no-fault-of-its-own', { seed: 4, rounds: 1, only: undefined }],
  ['release-unrecorded', 'trails-verify', { seed: 4, rounds: 1, only: undefined }],
  ['files-left', 'nothing-half-done', { seed: 2, rounds: 1, only: undefined }],
  ['sealed-but-one', 'trails-verify', { seed: 4, rounds: 1, only: undefined }],
] as const;

describe('a defect that was planted', () => {
  const cleanUp = new CleanUp();
  let folder: string;

  beforeAll(async () => {
    await requireBuild();
    const made = await createTestFolder();
    cleanUp.add(() => made.remove());
    folder = made.path;
  });
  afterAll(() => cleanUp.run());

  it.each(finders)(
    '%s is found by %s',
    async (plant, invariant, asked) => {
      const lines: string[] = [];
      const tell = (...round: Parameters<typeof sayRound>) => void lines.push(...sayRound(...round));
      const { violations } = await runRounds({ ...asked, plant, folder: join(folder, plant), tell }, cleanUp);
      expect(
        violations.map((found) => found.invariant),
        lines.join('\n'),
      ).toContain(invariant);
    },
    180_000,
  );

  it('fits the roles as they are built', async () => {
    for (const name of (await readPlants()).keys()) {
      expect(await settingsToPlant(name, '--no-warnings'), name).toMatchObject({ FAULT_PLANT: name });
    }
  });

  it('of which nobody knows is refused', async () => {
    await expect(settingsToPlant('none', '')).rejects.toThrow('there are part-unchecked');
  });
});
