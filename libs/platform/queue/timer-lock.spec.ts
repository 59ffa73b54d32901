import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing';
import { TimerLock } from './timer-lock.ts';

describe('the locks of timers', () => {
  let place: TestDatabase;
  let client: Client;
  let locks: TimerLock[] = [];
  const open = () => {
    const lock = new TimerLock(place.url, 'test_role');
    locks.push(lock);
    return lock;
  };
  const does = async (lock: TimerLock, name = 'sweep') => {
    let done = false;
    await lock.holding(name, async () => {
      done = true;
    });
    return done;
  };

  beforeAll(async () => {
    place = await createTestDatabase();
    client = new Client({ connectionString: place.url });
    await client.connect();
  });

  afterEach(async () => {
    await Promise.all(locks.map((lock) => lock.close()));
    locks = [];
  });

  afterAll(async () => {
    await client.end();
    await place.drop();
  });

  test('one replica has a timer, another may have the next', async () => {
    const [one, other] = [open(), open()];
    expect([await does(one), await does(other), await does(one)]).toEqual([true, false, true]);
    expect([await does(other, 'tell'), await does(one, 'tell')]).toEqual([true, false]);
  });

  test('with the end of one the other goes on', async () => {
    const [one, other] = [open(), open()];
    expect([await does(one), await does(other)]).toEqual([true, false]);
    await one.close();
    expect(await does(other)).toBe(true);
  });

  test('who lost the connection has no lock, whatever was held before', async () => {
    const [one, other] = [open(), open()];
    expect(await does(one)).toBe(true);
    await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'assent test_role timers'`);
    await vi.waitFor(async () => expect(await does(other)).toBe(true));
    await vi.waitFor(async () => expect(await does(one).catch(() => undefined)).toBe(false));
  });

  test('the server ends the connection of who has stopped without ending', async () => {
    expect(await does(open())).toBe(true);
    // What a stopped process does: it says nothing.
    clearInterval((locks[0] as unknown as { staying: NodeJS.Timeout }).staying);
    await vi.waitFor(async () => expect(await does(open())).toBe(true), { timeout: 20_000, interval: 500 });
  }, 30_000);
});
