import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTestSchema, type TestSchema } from '#testing';
import { sql } from '../database/statement.ts';
import { platformEntities, platformMigrations } from '../network/network-tables.ts';
import type { NetworkOptions } from '../participant/network-options.ts';
import { Replicas } from './replicas.ts';

const listed = sql('test-list-replicas', 'SELECT id FROM replicas ORDER BY id');
const cut = sql(
  'test-cut-connection',
  `SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_stat_activity USING (pid)
   WHERE locktype = 'advisory' AND application_name = 'assent clinic replica'
     AND datname = current_database() ORDER BY backend_start LIMIT 1`,
);

describe('replicas', () => {
  let schema: TestSchema;
  let started: Replicas[] = [];
  const freed: string[] = [];
  const at = { timeout: 8000, interval: 20 };

  beforeEach(async () => {
    schema = await createTestSchema({ entities: platformEntities, migrations: platformMigrations });
    freed.length = 0;
  });
  afterEach(async () => {
    for (const replica of started) await replica.onApplicationShutdown();
    started = [];
    await schema.drop();
  });

  async function start(): Promise<Replicas> {
    const replica = new Replicas(schema.database, schema.dataSource, { role: 'clinic' } as NetworkOptions);
    replica.whenGone(async (_tx, gone) => void freed.push(...gone));
    await replica.onModuleInit();
    replica.onApplicationBootstrap();
    started.push(replica);
    return replica;
  }

  test('that live are left alone, however busy they are', async () => {
    const [busy] = await Promise.all([start(), start(), start()]);
    // It does nothing at all any more but hold its connection, as one whose event loop is blocked.
    clearTimeout((busy as unknown as { timer: NodeJS.Timeout }).timer);
    await sleep(3000);
    expect(freed).toEqual([]);
    expect(await schema.database.read(listed)).toHaveLength(3);
  });

  test('that are gone have what they held freed at once, by one of the others', async () => {
    const [gone] = await Promise.all([start(), start(), start()]);
    await gone.onApplicationShutdown();
    await vi.waitFor(() => expect(freed).toEqual([gone.self]), at);
    await sleep(1200);
    expect(freed).toEqual([gone.self]);
    expect(await schema.database.read(listed)).toHaveLength(2);
  });

  test('that were gone when the first started have what they held freed as well', async () => {
    const gone = await start();
    await gone.onApplicationShutdown();
    await start();
    await vi.waitFor(() => expect(freed).toEqual([gone.self]), at);
  });

  test('that lost their connection go on under a new id, and what they held is free', async () => {
    const held = await start();
    const other = await start();
    const before = held.self;
    await schema.database.read(cut);
    await vi.waitFor(() => expect(held.self).not.toBe(before), at);
    expect(new Set(freed)).toEqual(new Set([before]));
    await vi.waitFor(
      async () =>
        expect((await schema.database.read<{ id: string }>(listed)).map(({ id }) => id)).toEqual(
          [other.self, held.self].toSorted(),
        ),
      at,
    );
  });
});
