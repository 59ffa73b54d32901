import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ParticipantId, type ParticipantRole, RefusedError } from '#domain';
import type { EventState } from '#protocol';
import { createTestSchema, type TestSchema } from '#testing';
import { recomputeTrail } from '../audit-trail/spec-support/forge.ts';
import { type TrailUnderTest, trailUnderTest } from '../audit-trail/spec-support/trail-under-test.ts';
import { TrailFaults } from '../audit-trail/trail-faults.ts';
import { trailEntities, trailMigrations } from '../audit-trail/trail-tables.ts';
import { WitnessedCheckpoints } from '../audit-trail/witnessed-checkpoints.ts';
import { PeerRefusal, PeerUnavailable } from '../peer/peer-errors.ts';
import { CheckpointLinks } from './checkpoint-links.ts';
import { TrailPeers } from './trail-peers.ts';
import { TrailWitnesses } from './trail-witnesses.ts';

type Told = EventState<'audit-trail.sealed'>;

const issuer = 'https://bank.example';
const role = 'data-provider';
const day = 86_400;

/** The trail of the bank, its hand-overs, and one that witnesses it: another database, which can ask the bank. */
let trail: TrailUnderTest;
let schema: TestSchema;
let witness: WitnessedCheckpoints;
let links: CheckpointLinks;
let peers: AnsweringTrail;

class AnsweringTrail extends TrailPeers {
  isAway = false;

  override async get(_issuer: ParticipantId, _role: ParticipantRole, path: string): Promise<unknown> {
    if (this.isAway) throw new PeerUnavailable(issuer, 'away');
    const query = new URLSearchParams(path.split('?')[1]);
    try {
      return { path: await trail.proofs.consistency(Number(query.get('from')), Number(query.get('to'))) };
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      throw new PeerRefusal(issuer, { status: 404, code: error.refusal.code, detail: '' });
    }
  }
}

beforeEach(async () => {
  trail = await trailUnderTest();
  schema = await createTestSchema({ entities: trailEntities, migrations: trailMigrations });
  const { database } = schema;
  const faults = new TrailFaults(database, trail.clock);
  witness = new WitnessedCheckpoints(database, faults, trail.clock);
  peers = new AnsweringTrail();
  const parts = [witness, peers, faults, database, trail.clock];
  links = new CheckpointLinks(...(parts as unknown as ConstructorParameters<typeof CheckpointLinks>));
});
afterEach(async () => {
  await schema.drop();
  await trail.drop();
});

/** What the registry is handed now, as a process started anew would. */
async function handOver(): Promise<Told> {
  const told: Told[] = [];
  const outbox = {
    writeAll: async (_tx: unknown, events: { state: Told }[]) => void told.push(...events.map((one) => one.state)),
  };
  const participant = { status: 'active', endpoints: { 'trust-registry': 'https://registry.example' } };
  const list = { operator: 'https://registry.example', findParticipant: () => participant };
  const parts = [trail.database, outbox, { current: () => list }, trail.own, trail.clock, trail.faults];
  await new TrailWitnesses(...(parts as unknown as ConstructorParameters<typeof TrailWitnesses>)).handOver();
  expect(told).toHaveLength(1);
  return told[0] as Told;
}
const hear = (told: Told) => schema.database.transaction((tx) => witness.keep(tx, issuer, told, trail.context()));
async function grownAndHeard(entries: number): Promise<void> {
  await trail.grow(entries);
  await hear(await handOver());
}
/** Of a process started anew: it knows nothing of what was. */
async function grownAnew(entries: number): Promise<void> {
  const process = trail.startProcess();
  await trail.database.transaction(async (tx) =>
    process.trail.write(tx, ...Array.from({ length: entries }, () => ({ act: 'data.sent' as const }))),
  );
  await process.sealer.seal();
  trail.clock.advance(11);
  await process.signer.signIfDue();
}
/** What a superuser does, or a backup that is put back. */
async function cutTo(entries: number): Promise<void> {
  await trail.superuser('DELETE FROM trail_entries WHERE index >= $1', [entries]);
  await trail.superuser('DELETE FROM trail_checkpoints WHERE size > $1', [entries]);
  await recomputeTrail(trail);
}
const kept = async () => {
  const { checkpoints } = await witness.list(issuer, role);
  const state = ({ agrees, linked }: (typeof checkpoints)[number]) =>
    agrees ? (linked ? 'linked' : 'unlinked') : 'contradicts';
  return Object.fromEntries(checkpoints.map((each) => [each.size, state(each)]));
};
const faults = () => schema.dataSource.query('SELECT kind, detail FROM trail_faults ORDER BY detail');

describe('a witness that is handed a checkpoint without a proof from what it keeps', () => {
  test('is content once the role has proven it: a hand-over was lost, and may still come', async () => {
    await grownAndHeard(3);
    await trail.grow(2);
    const lost = await handOver();
    await grownAndHeard(300);
    expect(await kept()).toEqual({ 3: 'linked', 5: 'unlinked', 305: 'unlinked' });
    await links.look();
    expect(await kept()).toEqual({ 3: 'linked', 5: 'linked', 305: 'linked' });
    await hear(lost);
    await grownAndHeard(1);
    expect(await kept()).toEqual({ 3: 'linked', 5: 'linked', 305: 'linked', 306: 'linked' });
    expect(await faults()).toEqual([]);
  });

  test('sees that the tail was made anew, and what was handed over last with it', async () => {
    await grownAndHeard(300);
    await grownAndHeard(5);
    await cutTo(300);
    await grownAnew(6);
    const { token } = await trail.newest();
    await trail.superuser('UPDATE trail_witnesses SET given_size = 306, given_token = $1', [token]);
    await grownAnew(4);
    const told = await handOver();
    expect((await trail.own.verify(told.previous?.checkpoint ?? '')).size).toBe(306);
    await hear(told);
    await links.look();
    expect(await kept()).toEqual({ 300: 'linked', 305: 'linked', 306: 'contradicts', 310: 'contradicts' });
    expect(await faults()).toEqual([
      {
        kind: 'contradiction',
        detail: expect.stringContaining('checkpoint of 306: it is not of one trail with that of 305'),
      },
    ]);
    // That goes on, and is told once.
    await grownAnew(4);
    await hear(await handOver());
    expect(await kept()).toMatchObject({ 305: 'linked', 314: 'contradicts' });
    expect(await faults()).toHaveLength(1);
  });

  test.each([
    ['while it is smaller than it was', 0],
    ['though it has outgrown what it was meanwhile', 400],
  ])('sees a trail that is rolled back, %s', async (_when, more) => {
    await grownAndHeard(5);
    const given = await trail.superuser('SELECT given_size, given_token FROM trail_witnesses');
    await grownAndHeard(315);
    await cutTo(5);
    await trail.superuser('UPDATE trail_witnesses SET given_size = $1, given_token = $2', [
      given[0].given_size,
      given[0].given_token,
    ]);
    await grownAnew(2);
    await hear(await handOver());
    if (more > 0) await grownAnew(more);
    await links.look();
    expect(await kept()).toEqual({ 5: 'linked', 7: 'contradicts', 320: 'linked' });
    expect(await faults()).toMatchObject([{ detail: expect.stringContaining('checkpoint of 7') }]);
  });

  test('sees a trail that was begun anew', async () => {
    await grownAndHeard(20);
    await trail.superuser('TRUNCATE trail_entries, trail_tiles, trail_checkpoints, trail_witnesses');
    await grownAnew(3);
    await hear(await handOver());
    await links.look();
    expect(await kept()).toEqual({ 3: 'contradicts', 20: 'linked' });
  });

  test('asks again who is away, tells it after a day, and believes the proof when it comes', async () => {
    await grownAndHeard(3);
    await trail.grow(2);
    await handOver();
    await grownAndHeard(2);
    peers.isAway = true;
    await links.look();
    expect(await kept()).toEqual({ 3: 'linked', 5: 'unlinked', 7: 'unlinked' });
    expect(await faults()).toEqual([]);
    trail.clock.advance(day + 1);
    await links.look();
    await links.look();
    expect(await faults()).toEqual([{ kind: 'contradiction', detail: expect.stringContaining('for a day') }]);
    peers.isAway = false;
    await links.look();
    expect(await kept()).toEqual({ 3: 'linked', 5: 'linked', 7: 'linked' });
  });
});

describe('a superuser who changes what witnesses are said to have been given', () => {
  const broken = [{ kind: 'broken', detail: expect.stringContaining('is no checkpoint of this trail') }];

  test.each([
    ['more than there is', `given_size = 9e15`],
    ['more than a number can say', `given_size = 9223372036854775807`],
    ['something that is no checkpoint', `given_token = 'nonsense'`],
    ['something without a checkpoint', `given_token = NULL`],
    ['a checkpoint of another size', `given_size = 2`],
  ])('is told as a broken trail, and stops no witness: %s', async (_what, change) => {
    await grownAndHeard(5);
    await trail.superuser(`UPDATE trail_witnesses SET ${change}`);
    await trail.grow(2);
    await hear(await handOver());
    expect(await trail.faultsFound()).toEqual(broken);
    await links.look();
    expect(await kept()).toEqual({ 5: 'linked', 7: 'linked' });
  });

  test('is told of a genuine checkpoint of a history that is gone', async () => {
    await grownAndHeard(5);
    await cutTo(0);
    await trail.superuser('DELETE FROM trail_tiles');
    await grownAnew(6);
    await hear(await handOver());
    expect(await trail.faultsFound()).toEqual(broken);
    await links.look();
    expect(await kept()).toEqual({ 5: 'linked', 6: 'contradicts' });
  });
});

test('a forged history, however long, does not hide from those who ask what was witnessed before', async () => {
  await grownAndHeard(3);
  await grownAndHeard(2);
  await schema.dataSource.query(
    `INSERT INTO witnessed_checkpoints (issuer, role, size, root, head, token, received_at, agrees, linked)
     SELECT $1, $2, size, 'r', 'h', 't', now(), size < 500, false FROM generate_series(6, 1500) AS size`,
    [issuer, role],
  );
  const { checkpoints, more } = await witness.list(issuer, role);
  expect(checkpoints[0]).toMatchObject({ agrees: false });
  expect(checkpoints.slice(-2).map(({ size, linked }) => [size, linked])).toEqual([
    [5, true],
    [3, true],
  ]);
  expect(more).toBe(false);
  expect((await witness.list(issuer, role, 5)).checkpoints.map(({ size }) => size)).toEqual([3]);
});
