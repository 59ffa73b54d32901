import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestSchema, type TestSchema } from '#testing';
import { type TrailUnderTest, trailUnderTest } from '../audit-trail/spec-support/trail-under-test.ts';
import { TrailFaults } from '../audit-trail/trail-faults.ts';
import { trailEntities, trailMigrations } from '../audit-trail/trail-tables.ts';
import { lockWitnessed } from '../audit-trail/witness-statements.ts';
import { WitnessedCheckpoints } from '../audit-trail/witnessed-checkpoints.ts';
import { readAnswer, refuseProblem } from '../peer/read-answer.ts';
import { RegistryWitness } from './registry-witness.ts';
import { TrailPeers } from './trail-peers.ts';

const registry = 'https://bank.example';
const role = 'trust-registry';
let trail: TrailUnderTest;
let schema: TestSchema;
let kept: WitnessedCheckpoints;

beforeEach(async () => {
  trail = await trailUnderTest(role);
  schema = await createTestSchema({ entities: trailEntities, migrations: trailMigrations });
  kept = new WitnessedCheckpoints(schema.database, new TrailFaults(schema.database, trail.clock), trail.clock);
});
afterEach(async () => {
  await schema.drop();
  await trail.drop();
});

type Answer = { readonly type: string; readonly body: string; readonly status?: number };

/** A process that looks at the registry, which answers with this checkpoint. */
function looking(checkpoint: string, prove = proofAsked): RegistryWitness {
  const peers = new (class extends TrailPeers {
    override async get(id: string, _role: string, path: string): Promise<unknown> {
      const answered = path.endsWith('/checkpoint')
        ? { type: 'application/jwt', body: checkpoint }
        : await prove(new URLSearchParams(path.split('?')[1]));
      const { type, body, status = 200 }: Answer = answered;
      const answer = { status, headers: { 'content-type': type }, body: Buffer.from(body) };
      refuseProblem(id, answer);
      return readAnswer(id, answer);
    }
  })();
  const listed = { operator: registry, findParticipant: () => ({ endpoints: { [role]: 'http://127.0.0.1:1' } }) };
  const verifier = { context: () => trail.context() };
  const parts = [peers, { current: () => listed }, kept, verifier, schema.database];
  return new RegistryWitness(...(parts as unknown as ConstructorParameters<typeof RegistryWitness>));
}

async function proofAsked(query: URLSearchParams): Promise<Answer> {
  const path = await trail.proofs.consistency(Number(query.get('from')), Number(query.get('to')));
  return { type: 'application/json', body: JSON.stringify({ path }) };
}

const standing = async () =>
  (await kept.list(registry, role)).checkpoints.map(({ size, agrees }) => ({ size, agrees }));
const faults = () => schema.dataSource.query('SELECT kind FROM trail_faults');

async function grownTo(entries: number): Promise<string> {
  await trail.grow(entries);
  return (await trail.newest()).token;
}

/** Until so many sessions wait for the lock of what is witnessed. */
async function waiting(count: number): Promise<void> {
  const text = `SELECT count(*)::int AS waiting FROM pg_locks JOIN pg_stat_activity USING (pid)
    WHERE locktype = 'advisory' AND NOT granted AND datname = current_database() AND query LIKE '%assent witnessed%'`;
  await expect.poll(async () => (await schema.dataSource.query(text))[0].waiting, { timeout: 10_000 }).toBe(count);
}

test('two processes that look at one moment, one of them at what was, accuse nobody', async () => {
  const [early, late] = [await grownTo(5), await grownTo(21)];
  const behind = looking(late);
  let looks: Promise<void>[] = [];
  await schema.database.transaction(async (tx) => {
    await tx.query(lockWitnessed, [registry]);
    looks = [looking(early).look()];
    await waiting(1);
    looks.push(behind.look());
    await waiting(2);
  });
  await Promise.all(looks);
  await behind.look();
  expect(await standing()).toEqual([
    { size: 26, agrees: true },
    { size: 5, agrees: true },
  ]);
  expect(await faults()).toEqual([]);
});

test('a registry that cannot answer now is asked again, and one that will not prove it is accused', async () => {
  await looking(await grownTo(5)).look();
  const late = await grownTo(21);
  const problem = (status: number, code: string) => async () => ({
    ...{ status, type: 'application/problem+json', body: JSON.stringify({ code }) },
  });
  await looking(late, problem(429, 'too-many-requests')).look();
  await looking(late, problem(403, '')).look();
  expect(await standing()).toEqual([{ size: 5, agrees: true }]);
  await looking(late, problem(404, 'not-found')).look();
  expect(await standing()).toEqual([
    { size: 26, agrees: false },
    { size: 5, agrees: true },
  ]);
  expect(await faults()).toEqual([{ kind: 'contradiction' }]);
});

test('a process that begins anew where nothing has grown since accuses nobody', async () => {
  await looking(await grownTo(5)).look();
  const late = await grownTo(21);
  await looking(late).look();
  await looking(late).look();
  expect(await standing()).toEqual([
    { size: 26, agrees: true },
    { size: 5, agrees: true },
  ]);
  expect(await faults()).toEqual([]);
});
