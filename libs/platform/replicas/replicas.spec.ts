import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTestSchema, type TestSchema } from '#testing';
import { sql } from '../database/statement.ts';
import { platformEntities, platformMigrations } from '../network/network-tables.ts';
import type { NetworkOptions } from '../participant/network-options.ts';
import { Replicas } from './replicas.ts';

const listed = sql('test-list-replicas', 'SELECT id FROM replicas WHERE beat_at > to_timestamp(0) ORDER BY id');

describe('replicas', () => {
  let schema: TestSchema;
  let started: Replicas[] = [];
  const freed: string[] = [];

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
    replica.whenSilent(async (_tx, silent) => void freed.push(...silent));
    await replica.onModuleInit();
    started.push(replica);
    return replica;
  }

  /** As if its process were killed, or its event loop blocked. */
  function silence(replica: Replicas): { goOn(): void } {
    const inside = replica as unknown as { schedule(ms: number): void; timer: NodeJS.Timeout; tick(): Promise<void> };
    const tick = inside.tick.bind(replica);
    inside.tick = async () => undefined;
    return {
      goOn: () => {
        inside.tick = tick;
      },
    };
  }

  test('that beat are left alone', async () => {
    await Promise.all([start(), start(), start()]);
    await sleep(3000);
    expect(freed).toEqual([]);
    expect(await schema.database.read(listed)).toHaveLength(3);
  });

  test('that fall silent have what they held freed within three seconds, by one of the others', async () => {
    const [gone] = await Promise.all([start(), start(), start()]);
    silence(gone);
    await vi.waitFor(() => expect(freed).toEqual([gone.self]), { timeout: 8000, interval: 20 });
    await sleep(700);
    expect(freed).toEqual([gone.self]);
  });

  test('that were only held up go on under a new id, and what they took meanwhile is freed', async () => {
    const [held, other] = await Promise.all([start(), start()]);
    const before = held.self;
    const { goOn } = silence(held);
    await vi.waitFor(() => expect(freed).toEqual([before]), { timeout: 8000 });
    goOn();
    await vi.waitFor(() => expect(held.self).not.toBe(before), { timeout: 3000 });
    expect(freed).toEqual([before, before]);
    expect(await schema.database.read(listed)).toEqual([{ id: other.self }, { id: held.self }].toSorted(byId));
  });

  test('that were held up do not judge the others, who may have been held up as well', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    const ids = [one.self, other.self];
    const both = [silence(one), silence(other)];
    await sleep(2500);
    for (const each of both) each.goOn();
    await sleep(1500);
    expect(freed).toEqual([]);
    expect([one.self, other.self]).toEqual(ids);
  });

  test('that stop leave at once', async () => {
    const [gone] = await Promise.all([start(), start()]);
    await gone.onApplicationShutdown();
    await vi.waitFor(() => expect(freed).toEqual([gone.self]), { timeout: 5000 });
  });
});

const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
