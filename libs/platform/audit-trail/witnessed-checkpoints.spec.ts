import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EventState } from '#protocol';
import { createTestSchema, type TestSchema } from '#testing';
import { recomputeTrail } from './spec-support/forge.ts';
import { type TrailUnderTest, trailUnderTest } from './spec-support/trail-under-test.ts';
import { TrailFaults } from './trail-faults.ts';
import { trailEntities, trailMigrations } from './trail-tables.ts';
import { WitnessedCheckpoints } from './witnessed-checkpoints.ts';

type Told = EventState<'audit-trail.sealed'>;

const issuer = 'https://bank.example';
let trail: TrailUnderTest;
let schema: TestSchema;
let witness: WitnessedCheckpoints;

beforeEach(async () => {
  trail = await trailUnderTest();
  schema = await createTestSchema({ entities: trailEntities, migrations: trailMigrations });
  witness = new WitnessedCheckpoints(schema.database, new TrailFaults(schema.database, trail.clock), trail.clock);
});
afterEach(async () => {
  await schema.drop();
  await trail.drop();
});

/** What is handed over after so many more entries. */
async function grown(entries: number, from?: Told): Promise<Told> {
  await trail.grow(entries);
  const { token, size } = await trail.newest();
  if (from === undefined) return { checkpoint: token };
  const before = await trail.own.verify(from.checkpoint);
  return {
    checkpoint: token,
    previous: { checkpoint: from.checkpoint, proof: await trail.proofs.consistency(before.size, size) },
  };
}
const hear = (told: Told, by = issuer) =>
  schema.database.transaction((tx) => witness.keep(tx, by, told, trail.context()));
const kept = async () =>
  (await witness.list(issuer, 'data-provider')).checkpoints.map(({ size, agrees }) => ({ size, agrees }));
const linked = async () =>
  (await witness.list(issuer, 'data-provider')).checkpoints.flatMap((each) => (each.linked ? each.size : []));
const faults = () => schema.dataSource.query('SELECT kind, detail FROM trail_faults');

/** The trail is another from the middle on, and its owner signs as if nothing had been. */
async function rewrite(): Promise<void> {
  await trail.superuser(`UPDATE trail_entries SET entry = replace(entry, 'released', 'sent') WHERE index = 1`);
  await trail.superuser('TRUNCATE trail_checkpoints');
  await recomputeTrail(trail);
}
async function signedAnew(): Promise<Told> {
  const process = trail.startProcess();
  trail.clock.advance(11);
  await process.signer.signIfDue();
  return { checkpoint: (await trail.newest()).token };
}

describe('a witness', () => {
  test.each([[[0, 1, 2]], [[0, 2, 1]], [[1, 0, 2]], [[1, 2, 0]], [[2, 0, 1]], [[2, 1, 0]], [[0, 0, 1, 1, 2, 2, 0, 1]]])(
    'keeps the checkpoints of one trail, heard as %j',
    async (order) => {
      const first = await grown(3);
      const second = await grown(2, first);
      const told = [first, second, await grown(300, second)];
      for (const n of order) await hear(told[n] as Told);
      expect(await kept()).toEqual([305, 5, 3].map((size) => ({ size, agrees: true })));
      expect(await linked()).toEqual([305, 5, 3]);
      expect(await faults()).toEqual([]);
    },
  );

  test('sees another history of the same size', async () => {
    await hear(await grown(5));
    await rewrite();
    await hear(await signedAnew());
    expect(await kept()).toEqual(
      expect.arrayContaining([
        { size: 5, agrees: true },
        { size: 5, agrees: false },
      ]),
    );
    expect(await faults()).toEqual([
      { kind: 'contradiction', detail: expect.stringContaining('another of this size') },
    ]);
  });

  test('sees another history that has grown, by the proof that fails', async () => {
    const first = await grown(5);
    await hear(first);
    await rewrite();
    await signedAnew();
    const process = trail.startProcess();
    await trail.database.transaction(async (tx) => process.trail.write(tx, { act: 'data.sent' }));
    await process.sealer.seal();
    const { checkpoint } = await signedAnew();
    const proof = await trail.proofs.consistency(5, 6);
    await hear({ checkpoint, previous: { checkpoint: first.checkpoint, proof } });
    expect(await kept()).toEqual([
      { size: 6, agrees: false },
      { size: 5, agrees: true },
    ]);
    expect(await linked()).toEqual([5]);
    expect(await faults()).toMatchObject([{ detail: expect.stringContaining('does not extend that of 5') }]);
  });

  test('keeps a checkpoint that was signed while the clock of the trail was fast', async () => {
    const now = trail.clock.now();
    trail.clock.advance(3 * 3600);
    const first = await grown(3);
    trail.clock.set(now);
    const told = await grown(2, first);
    for (const each of [first, told]) {
      const context = { ...trail.context(), now };
      await schema.database.transaction((tx) => witness.keep(tx, issuer, each, context));
    }
    expect(await kept()).toEqual([5, 3].map((size) => ({ size, agrees: true })));
  });

  test('does not let a proof be left out: what came without one is not linked, nor what comes after it', async () => {
    await hear(await grown(5));
    const unproven = await grown(1);
    await hear(unproven);
    await hear(await grown(2, unproven));
    expect(await linked()).toEqual([5]);
  });

  test('sees a trail that begins before what it has said, as one that is rolled back and outgrew itself', async () => {
    const first = await grown(5);
    await hear(first);
    await hear(await grown(2, first));
    await hear(await grown(3, first));
    expect(await kept()).toEqual([
      { size: 10, agrees: false },
      { size: 7, agrees: true },
      { size: 5, agrees: true },
    ]);
    expect(await faults()).toMatchObject([{ detail: expect.stringContaining('not proven to extend that of 7') }]);
  });

  test('does not take a previous one for granted that it was never handed', async () => {
    await hear(await grown(5));
    const never = await grown(1);
    await hear(await grown(2, never));
    expect(await linked()).toEqual([5]);
    expect((await kept()).map(({ size }) => size)).toEqual([6, 8, 5]);
  });

  test('is not content with one that is smaller than what it keeps: nothing says that it was its beginning', async () => {
    const early = await grown(5);
    await hear(await grown(2));
    await hear(early);
    expect(await linked()).toEqual([7]);
  });

  test('keeps nobody else’s word, and no forged one', async () => {
    const told = await grown(5);
    await expect(hear(told, 'https://rival.example')).rejects.toMatchObject({ refusal: { code: 'event-not-yours' } });
    const forged = `${told.checkpoint.slice(0, -2)}${told.checkpoint.endsWith('AA') ? 'BB' : 'AA'}`;
    await expect(hear({ checkpoint: forged })).rejects.toMatchObject({ name: 'RefusedError' });
    expect(await kept()).toEqual([]);
  });
});
