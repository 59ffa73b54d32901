import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '#platform';
import { createTestFolder, hasRedis } from '#testing';
import { runJson } from '../support/run-command.ts';

const data = join(packageRoot(), '..', 'shared', 'real-data', 'fhir-r4-synthea', '10-patients');

const hasData = existsSync(data);

/** Two processes of each role, one address: every call goes to the other one than the call before. */
describe('with two replicas of each role every record arrives as it is at the source', () => {
  let home: string;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const folder = await createTestFolder();
    home = folder.path;
    remove = () => folder.remove();
  });
  afterAll(() => remove());

  async function travel(people: number, ...options: string[]): Promise<void> {
    const { answer } = await runJson(home, ['journey', '--people', `${people}`, '--replicas', '2', ...options]);
    expect(answer).toMatchObject({ ok: true, people, mismatches: 0 });
    expect(answer['receivedDigest']).toBe(answer['sourceDigest']);
    for (const role of ['registry', 'saathi', 'hospital', 'clinic']) {
      const [first, second] = answer['calls'][role] as [number, number];
      // Those made while only one of the two was up are more.
      expect(Math.min(first, second), role).toBeGreaterThan(4);
    }
  }

  it('with queues in PostgreSQL', { timeout: 240_000 }, () => travel(4));

  it.skipIf(!hasRedis)(
    `with queues in Redis, for ${hasData ? 'real' : 'generated'} people (needs redis-server)`,
    { timeout: 240_000 },
    () => travel(3, '--redis', 'auto', ...(hasData ? ['--data', data] : [])),
  );

  it.each([
    [['--replicas', '0'], '--replicas 0: 1 to 8'],
    [['--redis', 'http://x'], '--redis: redis://…, rediss://…, or auto'],
  ])('%j is refused in one sentence', { timeout: 20_000 }, async (args, sentence) => {
    const ran = await runJson(home, ['journey', ...args]);
    expect(ran).toMatchObject({ code: 1, answer: { ok: false, code: 'usage' } });
    expect(ran.stderr).toContain(sentence);
  });
});
