import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LogContext, logContext } from '../observation/log-context.ts';
import { PrometheusObserver } from '../observation/prometheus.ts';
import { recomputeTrail } from './spec-support/forge.ts';
import { type TrailUnderTest, trailUnderTest } from './spec-support/trail-under-test.ts';
import { TrailGauges } from './trail-gauges.ts';

let trail: TrailUnderTest;
beforeEach(async () => {
  trail = await trailUnderTest();
  await trail.grow(300);
  await trail.grow(20);
});
afterEach(() => trail.drop());

test('a trail nobody touched is what was signed, for its own role and its witnesses', async () => {
  expect(await trail.verify(await trail.newest())).toEqual({ entries: 320, checkpoints: 2 });
  expect(await trail.faultsFound()).toEqual([]);
});

describe('a superuser who changes what was sealed is caught', () => {
  const edited = `UPDATE trail_entries SET entry = replace(entry, '"records":7}', '"records":8}') WHERE index = 7`;

  test('editing an entry: it is named', async () => {
    await trail.superuser(edited);
    expect(await trail.verify()).toMatchObject({ firstWrong: { index: 7, why: expect.stringContaining('chain') } });
  });

  test('editing an entry, with chain and tiles made anew: it lies before the first checkpoint', async () => {
    await trail.superuser(edited);
    await recomputeTrail(trail);
    expect(await trail.verify()).toMatchObject({ firstWrong: { index: 0, to: 299 } });
    await trail.write({ act: 'data.released' });
    await expect(trail.sealer.seal()).rejects.toThrow(/not what they were/);
  });

  test('editing one after the first checkpoint, with all made anew: it lies between the two', async () => {
    await trail.superuser(`UPDATE trail_entries SET entry = replace(entry, 'released', 'sent') WHERE index = 310`);
    await recomputeTrail(trail);
    expect(await trail.verify()).toMatchObject({ firstWrong: { index: 300, to: 319 } });
  });

  test('editing one that is sealed and not signed yet: the process that sealed it does not sign', async () => {
    await trail.write({ act: 'data.released', records: 1 });
    await trail.sealer.seal();
    await trail.superuser(`UPDATE trail_entries SET entry = replace(entry, 'released', 'sent') WHERE index = 320`);
    await recomputeTrail(trail);
    trail.clock.advance(11);
    await expect(trail.signer.signIfDue()).rejects.toThrow(/not what they were/);
  });

  test('deleting one in the middle: the first that is not there is named', async () => {
    await trail.superuser('DELETE FROM trail_entries WHERE index = 150');
    expect(await trail.verify()).toMatchObject({ firstWrong: { index: 150, why: 'the entry is gone' } });
  });

  test('deleting one in the middle, with all made anew', async () => {
    await trail.superuser('DELETE FROM trail_entries WHERE index = 310');
    await recomputeTrail(trail);
    expect(await trail.verify()).toMatchObject({ firstWrong: { index: 300, to: 319 } });
  });

  test('inserting one: it is named', async () => {
    await trail.superuser('UPDATE trail_entries SET index = index + 1000 WHERE index >= 100');
    await trail.superuser('UPDATE trail_entries SET index = index - 999 WHERE index >= 1000');
    await trail.superuser(`INSERT INTO trail_entries SELECT 100, gen_random_uuid(), entry, chain
      FROM trail_entries WHERE index = 99`);
    expect(await trail.verify()).toMatchObject({ firstWrong: { index: 100 } });
    await recomputeTrail(trail);
    expect(await trail.verify()).toMatchObject({ firstWrong: { index: 0, to: 299 } });
  });

  test('deleting the tail with its checkpoint: the copy of a witness says so, and so does the process', async () => {
    const kept = await trail.newest();
    await trail.superuser('DELETE FROM trail_entries WHERE index >= 300');
    await trail.superuser('DELETE FROM trail_checkpoints WHERE size > 300');
    await recomputeTrail(trail);
    expect(await trail.verify()).toEqual({ entries: 300, checkpoints: 1 });
    expect(await trail.verify(kept)).toMatchObject({
      firstWrong: { index: 300, to: 319, why: expect.stringContaining('witness') },
    });
    await trail.write({ act: 'data.released' });
    await expect(trail.sealer.seal()).rejects.toThrow(/gone/);
  });

  test('deleting the tail and putting another in its place, sealed and signed by a process started anew', async () => {
    const kept = await trail.newest();
    await trail.superuser('DELETE FROM trail_entries WHERE index >= 300');
    await trail.superuser('DELETE FROM trail_checkpoints WHERE size > 300');
    await recomputeTrail(trail);
    const process = trail.startProcess();
    await trail.database.transaction(async (tx) =>
      process.trail.write(tx, ...Array.from({ length: 30 }, () => ({ act: 'data.sent' as const }))),
    );
    await process.sealer.seal();
    await process.signer.signIfDue();
    expect(await trail.verify()).toEqual({ entries: 330, checkpoints: 2 });
    expect(await trail.verify(kept)).toMatchObject({ firstWrong: { index: 300, to: 319 } });
  });

  test.each([
    ['trail_entries', { index: 0, to: 299 }],
    ['trail_tiles', { index: 0 }],
    ['trail_checkpoints', { index: 0 }],
  ])('truncating %s', async (table, wrong) => {
    await trail.superuser(`TRUNCATE ${table}`);
    expect(await trail.verify()).toMatchObject({ firstWrong: wrong });
    await trail.write({ act: 'data.released' });
    await expect(trail.sealer.seal()).rejects.toThrow();
    expect(await trail.superuser('SELECT count(*)::int AS pending FROM trail_pending')).toEqual([{ pending: 1 }]);
  });

  test('truncating all there is: the copy of a witness says so', async () => {
    const kept = await trail.newest();
    await trail.superuser('TRUNCATE trail_entries, trail_tiles, trail_checkpoints, trail_witnesses');
    expect(await trail.verify(kept)).toMatchObject({ entries: 0, firstWrong: { index: 0, to: 319 } });
  });

  test('changing a tile: the first entry it speaks of wrongly is named', async () => {
    await trail.superuser(`UPDATE trail_tiles SET hashes = set_byte(hashes, 32 * 5, 255 - get_byte(hashes, 32 * 5))
      WHERE level = 0 AND index = 0`);
    expect(await trail.verify()).toMatchObject({ firstWrong: { index: 5 } });
    expect(await trail.sealer.seal()).toBeUndefined();
  });

  test("putting a checkpoint of one's own in place of a genuine one", async () => {
    await trail.superuser(`UPDATE trail_checkpoints SET token = (SELECT token FROM trail_checkpoints WHERE size = 300)
      WHERE size = 320`);
    expect(await trail.verify()).toMatchObject({ firstWrong: { why: expect.stringContaining('checkpoint') } });
    await trail.write({ act: 'data.released' });
    await expect(trail.sealer.seal()).rejects.toThrow(/checkpoint/);
  });
});

describe('a superuser who changes what waits to be sealed is caught', () => {
  const sealed = async (index: number) => {
    const [row] = await trail.superuser('SELECT entry FROM trail_entries WHERE index = $1', [index]);
    return JSON.parse(row.entry);
  };

  test('editing: it is sealed as forged, by its number, and told', async () => {
    await trail.write({ act: 'data.released', records: 1 }, { act: 'data.released', records: 2 });
    await trail.superuser(`UPDATE trail_pending SET entry = replace(entry, '"records":1}', '"records":9}')`);
    await trail.sealAndSign();
    expect(await sealed(320)).toMatchObject({ act: 'audit-trail.forged', pending: 321 });
    expect(await sealed(321)).toMatchObject({ act: 'data.released', records: 2 });
    expect(await trail.faultsFound()).toEqual([{ kind: 'forged', detail: 'pending entry 321' }]);
    expect(await trail.verify()).toMatchObject({ entries: 322, checkpoints: 3 });
  });

  test('inserting one that is not even an entry', async () => {
    await trail.superuser(`INSERT INTO trail_pending (entry, mac) VALUES ('nonsense', '\\x00')`);
    await trail.sealAndSign();
    expect(await sealed(320)).toMatchObject({ act: 'audit-trail.forged' });
  });

  test('inserting a genuine one a second time, at once or when it was sealed', async () => {
    await trail.write({ act: 'data.released', records: 1 });
    const [{ entry, mac }] = await trail.superuser('SELECT entry, mac FROM trail_pending');
    await trail.superuser('INSERT INTO trail_pending (entry, mac) VALUES ($1, $2)', [entry, mac]);
    await trail.sealer.seal();
    await trail.superuser('INSERT INTO trail_pending (entry, mac) VALUES ($1, $2)', [entry, mac]);
    await trail.sealAndSign();
    expect(await sealed(320)).toMatchObject({ act: 'data.released' });
    expect([await sealed(321), await sealed(322)]).toMatchObject([
      { act: 'audit-trail.forged' },
      { act: 'audit-trail.forged' },
    ]);
  });

  test('deleting: the process that wrote it misses it a minute later, and not those that only wait', async () => {
    const [gone] = await trail.write({ act: 'data.released', records: 1 });
    await trail.superuser('TRUNCATE trail_pending');
    await trail.write({ act: 'data.released', records: 2 });
    trail.clock.advance(61);
    await trail.lost.look();
    await trail.lost.look();
    expect(await trail.faultsFound()).toEqual([{ kind: 'lost', detail: `entry ${gone}` }]);
  });

  test('keeping the sealer from it, to delete it once its process has ended: a figure says how long it waits', async () => {
    const observer = new PrometheusObserver('spec');
    logContext.run({ observer } as unknown as LogContext, () =>
      new TrailGauges(trail.faults, trail.database, trail.clock).onModuleInit(),
    );
    const waited = async () =>
      /assent_audit_trail_pending_seconds\{.*\} (\S+)/.exec((await observer.print()).text)?.[1];
    expect(await waited()).toBe('0');
    await trail.write({ act: 'data.released' });
    trail.clock.advance(90);
    await trail.superuser(`INSERT INTO trail_pending (entry, mac) VALUES ('nonsense', '\\x00'), ('null', '\\x00')`);
    await trail.write({ act: 'data.released' });
    expect(await waited()).toBe('90');
    await trail.sealAndSign();
    expect(await waited()).toBe('0');
    await observer.close();
  });
});
