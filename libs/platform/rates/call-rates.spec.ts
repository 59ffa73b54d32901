import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RefusedError } from '#domain';
import { createTestSchema, HandSetClock, type TestSchema } from '#testing';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import { platformEntities, platformMigrations } from '../network/network-tables.ts';
import { CallRates } from './call-rates.ts';

const bank = 'https://bank.example';
const listed = sql('test-list-rates', 'SELECT caller, taken FROM call_rates ORDER BY caller');

describe('calls are counted', () => {
  let schema: TestSchema;
  let clock: HandSetClock;
  let asked: number;

  beforeEach(async () => {
    schema = await createTestSchema({ entities: platformEntities, migrations: platformMigrations });
    clock = new HandSetClock('2026-03-01T09:00:20.000Z');
    asked = 0;
  });
  afterEach(() => schema.drop());

  /** A process of a role whose bound is `most`. */
  function replica(most: number): CallRates {
    class CountedDatabase extends Database {
      override read<Row extends object>(...call: Parameters<Database['read']>): Promise<Row[]> {
        asked += 1;
        return super.read<Row>(...call);
      }
    }
    return new CallRates(new CountedDatabase(schema.dataSource), clock, {
      CALLS_PER_PARTICIPANT_PER_MINUTE: most,
      CALLS_PER_CLIENT_ADDRESS_PER_MINUTE: most,
      DATABASE_URL: schema.url,
    });
  }
  const isTaken = (count: () => Promise<void> | undefined): Promise<boolean> =>
    Promise.resolve()
      .then(count)
      .then(
        () => true,
        (error: RefusedError) => {
          expect(error.refusal.code).toBe('too-many-requests');
          return false;
        },
      );
  /** One after the other or all at once, each at the next replica. @returns how many passed */
  async function call(replicas: CallRates[], times: number, atOnce: boolean): Promise<number> {
    const passed: (boolean | Promise<boolean>)[] = [];
    for (let n = 0; n < times; n += 1) {
      const answer = isTaken(() => replicas[n % replicas.length]?.countParticipant(bank));
      passed.push(atOnce ? answer : await answer);
    }
    return (await Promise.all(passed)).filter(Boolean).length;
  }

  test.each([
    [1, false],
    [10, false],
    [10, true],
    [99, true],
  ])('exactly, by two replicas together, where the bound is %i (at once: %s)', async (most, atOnce) => {
    expect(await call([replica(most), replica(most)], most * 2 + 5, atOnce)).toBe(most);
  });

  test('to within a hundredth for each replica where it is large, with few questions to the database', async () => {
    const passed = await call([replica(2000), replica(2000)], 5000, true);
    expect(passed).toBeGreaterThanOrEqual(2000);
    expect(passed).toBeLessThanOrEqual(2040);
    expect(asked).toBeLessThanOrEqual(102);
  });

  test('without any question as long as they are few', async () => {
    expect(await call([replica(2000)], 20, false)).toBe(20);
    expect(asked).toBe(0);
  });

  test('anew with each minute, what has ended is forgotten, and the wait is told', async () => {
    const both = [replica(4), replica(4)];
    expect(await call(both, 12, false)).toBe(4);
    const refused = await Promise.resolve(both[0]?.countParticipant(bank)).catch((error: unknown) => error);
    expect(refused).toMatchObject({ retryAfterSeconds: 40 });
    clock.advance(40);
    expect(await call(both, 12, false)).toBe(4);
    expect(await schema.database.read(listed)).toHaveLength(1);
  });

  test('for each participant and each address apart; an address is not kept as it is', async () => {
    const one = replica(3);
    expect(await call([one], 5, false)).toBe(3);
    for (const place of ['192.0.2.7', '192.0.2.8']) {
      const passed = await Promise.all([1, 2, 3, 4].map(() => isTaken(() => one.countAddress(place))));
      expect(passed.filter(Boolean)).toHaveLength(3);
    }
    const rows = await schema.database.read<{ caller: string }>(listed);
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toContain('192.0.2');
  });

  test('by each process alone while the database is away', async () => {
    const one = replica(5);
    await schema.dataSource.query('DROP TABLE call_rates');
    expect(await call([one], 50, false)).toBe(50);
  });
});
