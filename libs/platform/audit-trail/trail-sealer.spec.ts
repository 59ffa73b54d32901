import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeBase64url, nodeSha256, verifyConsistency, verifyInclusion } from '#protocol';
import { schemaDrift } from '../database/schema-drift.ts';
import { type TrailUnderTest, trailUnderTest } from './spec-support/trail-under-test.ts';
import { bytesOf, leafOf } from './trail-check.ts';

let trail: TrailUnderTest;
beforeAll(async () => {
  trail = await trailUnderTest();
});
afterAll(() => trail.drop());

describe('a trail', () => {
  test('is written with the act: what is undone leaves nothing in it', async () => {
    const undone = trail.database.transaction(async (tx) => {
      trail.trail.write(tx, { act: 'data.read' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await trail.superuser('SELECT id FROM trail_pending')).toEqual([]);
  });

  test('has an end that is signed once it has grown, and not before it is time', async () => {
    await trail.grow(3);
    await trail.write({ act: 'data.read' });
    await trail.sealer.seal();
    await trail.signer.signIfDue();
    trail.clock.advance(11);
    await trail.signer.signIfDue();
    trail.clock.advance(11);
    await trail.signer.signIfDue();
    expect(await trail.superuser('SELECT size::int FROM trail_checkpoints ORDER BY size')).toEqual([
      { size: 3 },
      { size: 4 },
    ]);
  });

  test('grows without gaps though two seal at once', async () => {
    const processes = [trail.startProcess(), trail.startProcess()];
    for (let round = 0; round < 5; round++) {
      await trail.write(...Array.from({ length: 100 }, () => ({ act: 'data.read' as const })));
      await Promise.all(processes.map(({ sealer }) => sealer.seal()));
    }
    await trail.sealAndSign();
    expect(await trail.verify()).toEqual({ entries: 504, checkpoints: 3 });
  });

  test('goes on after a clock that was three hours fast: what that signed is its own word', async () => {
    const fast = await trailUnderTest();
    fast.clock.advance(3 * 3600);
    await fast.grow(3);
    fast.clock.advance(-3 * 3600);
    await fast.write({ act: 'data.read' });
    await fast.startProcess().sealer.seal();
    await fast.signer.signIfDue();
    expect(await fast.verify()).toEqual({ entries: 4, checkpoints: 2 });
    await fast.drop();
  });

  test('proves every entry, and every size from every other, by tiles of three levels', async () => {
    await trail.grow(66_000 - 504);
    const { size, root } = await trail.newest();
    expect(size).toBe(66_000);
    for (const index of [0, 255, 256, 65_535, 65_536, 65_999]) {
      const { leaf, path } = await trail.proofs.inclusion(index, size);
      const claim = { index, size, leaf: bytesOf(leaf), root: bytesOf(root), path: path.map(bytesOf) };
      expect(await verifyInclusion(claim, nodeSha256)).toBe(true);
    }
    const [{ token }] = await trail.superuser('SELECT token FROM trail_checkpoints WHERE size = 504');
    const earlier = await trail.own.verify(token);
    const path = (await trail.proofs.consistency(504, size)).map(bytesOf);
    const claim = { from: 504, to: size, fromRoot: bytesOf(earlier.root), toRoot: bytesOf(root), path };
    expect(await verifyConsistency(claim, nodeSha256)).toBe(true);
    expect(await trail.verify()).toEqual({ entries: 66_000, checkpoints: 4 });
  }, 120_000);

  test('proves an entry by its id, under the newest checkpoint', async () => {
    const [id = ''] = await trail.write({ act: 'data.erased', session: 's' });
    expect(await trail.proofs.proveEntry(id)).toBeUndefined();
    await trail.sealAndSign();
    const proven = await trail.proofs.proveEntry(id);
    if (proven === undefined) throw new Error('not proven');
    const { root } = await trail.own.verify(proven.checkpoint);
    const { index, size, leaf, path } = proven;
    expect(encodeBase64url(leafOf(proven.entry))).toBe(leaf);
    const claim = { index, size, leaf: bytesOf(leaf), root: bytesOf(root), path: path.map(bytesOf) };
    expect(await verifyInclusion(claim, nodeSha256)).toBe(true);
  });

  test('may be left out where a network is measured, and nowhere else', async () => {
    const off = trail.startProcess({ AUDIT_TRAIL: false });
    const noted = trail.database.transaction(async (tx) => off.trail.write(tx, { act: 'data.read' }));
    expect(await noted).toEqual([]);
    expect(await trail.superuser('SELECT id FROM trail_pending')).toEqual([]);
    expect(() => trail.startProcess({ AUDIT_TRAIL: false, NETWORK_IS_LOCAL: false })).toThrow(/only with/);
  });

  test('has a key that only this role can read', async () => {
    const path = join(trail.folder, 'keys', 'audit-trail.key');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readFile(path, 'utf8')).length).toBe(43);
  });

  test('has the tables that the entities say', async () => {
    expect(await schemaDrift(trail.dataSource)).toEqual([]);
  });
});
