import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Column, DataSource, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing';
import type { Attachment } from './attachment.ts';
import { Database } from './database.ts';
import { isUniqueViolation } from './database-errors.ts';
import { type DatabaseSettings, openDataSource } from './open-data-source.ts';
import { schemaDrift } from './schema-drift.ts';
import { sql } from './statement.ts';
import type { Transaction } from './transaction.ts';

@Entity('counters')
class Counter {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'counters_pkey' })
  name = '';

  @Column('bigint')
  total = 0;

  @Column('timestamptz', { name: 'counted_at' })
  countedAt = new Date(0);
}

class Counters1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE counters (name text PRIMARY KEY, total bigint NOT NULL, counted_at timestamptz NOT NULL)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const insert = sql('insert-counter', 'INSERT INTO counters (name, total, counted_at) VALUES ($1, $2, $3)');
const find = sql('find-counter', 'SELECT name, total, counted_at FROM counters WHERE name = $1');
const add = sql('add-to-counter', 'UPDATE counters SET total = total + 1 WHERE name = $1');
const xid = sql('transaction-id', 'SELECT xmin::text FROM counters WHERE name = $1');
const counted: Attachment = {
  name: 'counted',
  parts: (first) =>
    `counted_${first} AS (INSERT INTO counters (name, total, counted_at) VALUES ($${first}, $${first + 1}, $${first + 2}))`,
};

describe('the database', () => {
  const schema = { name: 'test_role', entities: [Counter], migrations: [Counters1700000000000] };
  let place: TestDatabase;
  let dataSources: DataSource[] = [];
  let database: Database;
  let settings: DatabaseSettings;
  const at = '2026-03-01T09:00:00.123Z';

  beforeAll(async () => {
    place = await createTestDatabase();
    settings = {
      DATABASE_URL: place.url,
      DATABASE_POOL_SIZE: 10,
      DATABASE_STATEMENT_TIMEOUT_SECONDS: 2,
      DATABASE_LOCK_TIMEOUT_SECONDS: 1,
    };
    dataSources = await Promise.all([openDataSource(schema, settings), openDataSource(schema, settings)]);
    database = new Database(dataSources[0] as DataSource);
  });

  afterAll(async () => {
    for (const dataSource of dataSources) await dataSource.destroy();
    await place.drop();
  });

  test('makes the schema and runs migrations once, though two start together', async () => {
    const rows = await database.read(sql('migrations', 'SELECT name FROM test_role.schema_migrations'));
    expect(rows).toEqual([{ name: 'Counters1700000000000' }]);
  });

  test('has what the entities say, and notices when it has not', async () => {
    const [dataSource] = dataSources as [DataSource];
    expect(await schemaDrift(dataSource)).toEqual([]);
    await dataSource.query('ALTER TABLE counters ADD COLUMN forgotten text');
    expect(await schemaDrift(dataSource)).toEqual([expect.stringContaining('forgotten')]);
    await dataSource.query('ALTER TABLE counters DROP COLUMN forgotten');
  });

  test('keeps what a transaction did, and reads moments as Instant and bigint as number', async () => {
    await database.transaction((tx) => tx.query(insert, ['kept', 9007199254740991, at]));
    expect(await database.read(find, ['kept'])).toEqual([{ name: 'kept', total: 9007199254740991, counted_at: at }]);
  });

  test('reads moments to the millisecond, in whatever zone they were written', async () => {
    const written = ['2026-03-01 09:00:00+00', '2026-03-01 11:00:00.1+02', '2026-03-01 09:00:00.123987+00'];
    const moments = sql('moments', 'SELECT moment FROM unnest($1::timestamptz[]) AS moment');
    expect((await database.read<{ moment: string }>(moments, [written])).map(({ moment }) => moment)).toEqual([
      ...['2026-03-01T09:00:00.000Z', '2026-03-01T09:00:00.100Z', '2026-03-01T09:00:00.123Z'],
    ]);
  });

  test('refuses a bigint that a number would round', async () => {
    await database.transaction((tx) => tx.query(insert, ['huge', '9007199254740993', at]));
    await expect(database.read(find, ['huge'])).rejects.toThrow(/too large/);
  });

  test('undoes everything when the work fails', async () => {
    const failing = database.transaction(async (tx) => {
      await tx.query(insert, ['undone', 1, at]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await database.read(find, ['undone'])).toEqual([]);
  });

  test('keeps what was written without waiting for it, in its order', async () => {
    await database.transaction(async (tx) => {
      tx.write(insert, ['written', 1, at]);
      tx.write(add, ['written']);
      expect(await tx.query(find, ['written'])).toMatchObject([{ total: 2 }]);
      tx.write(add, ['written']);
    });
    expect(await database.read(find, ['written'])).toMatchObject([{ total: 3 }]);
  });

  test('a write that fails undoes everything and is what the commit says', async () => {
    const failing = database.transaction(async (tx) => {
      await tx.query(insert, ['refused', 1, at]);
      tx.write(insert, ['refused', 2, at]);
    });
    await expect(failing).rejects.toMatchObject({ code: '23505', constraint: 'counters_pkey' });
    expect(await database.read(find, ['refused'])).toEqual([]);
  });

  test('what follows a write that failed says why it failed', async () => {
    const failing = database.transaction(async (tx) => {
      tx.write(insert, ['kept', 1, at]);
      await tx.query(find, ['kept']);
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
  });

  test('keeps what is attached to a write, to a read, or to nothing', async () => {
    await database.transaction(async (tx) => {
      tx.attach(counted, ['before a read', 1, at]);
      await tx.query(find, ['kept']);
      tx.write(add, ['kept']);
      tx.attach(counted, ['after a write', 1, at]);
      tx.attach(counted, ['after another', 1, at]);
    });
    await database.transaction(async (tx) => tx.attach(counted, ['alone', 1, at]));
    for (const name of ['before a read', 'after a write', 'after another', 'alone']) {
      expect(await database.read(find, [name])).toHaveLength(1);
    }
  });

  test('keeps what was done with the last of it, and nothing comes after that', async () => {
    const addTo = sql('add-and-say', 'UPDATE counters SET total = total + 1 WHERE name = $1 RETURNING total');
    const late = database.transaction(async (tx) => {
      tx.write(insert, ['last', 1, at]);
      expect(await tx.last(addTo, ['last'])).toEqual([{ total: 2 }]);
      tx.write(add, ['last']);
    });
    await expect(late).rejects.toThrow('ended');
    expect(await database.transaction((tx) => tx.last(addTo, ['last']))).toEqual([{ total: 3 }]);
    expect(await database.read(find, ['last'])).toMatchObject([{ total: 3 }]);
  });

  test('a failure of the last, or of a write before it, undoes everything and says why', async () => {
    const first = database.transaction(async (tx) => {
      tx.write(insert, ['kept', 1, at]);
      await tx.last(insert, ['in vain', 1, at]);
    });
    const last = database.transaction(async (tx) => {
      tx.write(insert, ['in vain', 1, at]);
      await tx.last(insert, ['kept', 1, at]);
    });
    for (const failing of [first, last]) await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect(await database.read(find, ['in vain'])).toEqual([]);
  });

  test('what is attached is there for what comes after the next statement', async () => {
    await database.transaction(async (tx) => {
      tx.attach(counted, ['attached', 1, at]);
      await tx.query(find, ['written']);
      tx.write(add, ['attached']);
      expect(await tx.query(find, ['attached'])).toMatchObject([{ total: 2 }]);
    });
  });

  test('many things attached are kept as one', async () => {
    const names = Array.from({ length: 11 }, (_, n) => `one of many ${n}`);
    await database.transaction(async (tx) => {
      for (const name of names) tx.attach(counted, [name, 1, at]);
    });
    const xids = await Promise.all(names.map((name) => database.read<{ xmin: string }>(xid, [name])));
    expect(new Set(xids.map(([row]) => row?.xmin)).size).toBe(1);
  });

  test('what is attached and fails undoes everything, and says so', async () => {
    const attaching = (work: (tx: Transaction) => void) => database.transaction(async (tx) => work(tx));
    const broken = { code: '23505', constraint: 'counters_pkey' };
    const toWrite = attaching((tx) => {
      tx.write(insert, ['in vain', 1, at]);
      tx.attach(counted, ['kept', 1, at]);
    });
    await expect(toWrite).rejects.toMatchObject(broken);
    await expect(attaching((tx) => tx.attach(counted, ['kept', 1, at]))).rejects.toMatchObject(broken);
    const toRead = database.transaction(async (tx) => {
      tx.write(insert, ['in vain', 1, at]);
      tx.attach(counted, ['kept', 1, at]);
      await tx.query(find, ['kept']);
    });
    await expect(toRead).rejects.toMatchObject(broken);
    expect(await database.read(find, ['in vain'])).toEqual([]);
  });

  test('a write that is all there is, and fails, leaves nothing and the connection fit', async () => {
    const opened = await openDataSource(schema, { ...settings, DATABASE_POOL_SIZE: 1 });
    const one = new Database(opened);
    await expect(one.transaction(async (tx) => tx.write(insert, ['kept', 1, at]))).rejects.toMatchObject({
      code: '23505',
    });
    expect(await one.read(find, ['written'])).toHaveLength(1);
    await opened.destroy();
  });

  test('statements that fail leave the connection fit for the next', async () => {
    const opened = await openDataSource(schema, { ...settings, DATABASE_POOL_SIZE: 1 });
    const one = new Database(opened);
    const broken = sql('broken', 'SELECT nothing FROM counters');
    const failing = one.transaction(async (tx) => {
      tx.write(broken);
      tx.write(broken);
      await tx.query(add, ['kept']);
    });
    await expect(failing).rejects.toMatchObject({ code: '42703' });
    await one.transaction(async (tx) => tx.write(insert, ['after broken', 1, at]));
    expect(await one.read(find, ['after broken'])).toHaveLength(1);
    await opened.destroy();
  });

  test('a transaction that has ended takes no more', async () => {
    let kept: Transaction | undefined;
    await database.transaction(async (tx) => {
      kept = tx;
    });
    expect(() => kept?.write(add, ['kept'])).toThrow(/has ended/);
    await expect(kept?.query(find, ['kept'])).rejects.toThrow(/has ended/);
  });

  test('prepares a statement once per connection', async () => {
    await database
      .transaction(async (tx) => {
        await tx.query(add, ['kept']);
        const prepared = sql('prepared', 'SELECT count(*) FROM pg_prepared_statements WHERE name = $1');
        expect(await tx.query(prepared, [add.name])).toEqual([{ count: 1 }]);
        throw new Error('undo');
      })
      .catch((error: Error) => expect(error.message).toBe('undo'));
  });

  test('does what follows a commit after it, and only then', async () => {
    const seen: unknown[] = [];
    await database.transaction(async (tx) => {
      database.afterCommit(tx, async () => seen.push(await database.read(find, ['after'])));
      database.afterCommit(tx, () => {
        throw new Error('is logged');
      });
      await tx.query(insert, ['after', 1, at]);
      expect(seen).toEqual([]);
    });
    expect(seen).toHaveLength(1);
    await database
      .transaction(async (tx) => {
        database.afterCommit(tx, () => seen.push('never'));
        throw new Error('undone');
      })
      .catch(() => undefined);
    expect(seen).toHaveLength(1);
  });

  test('starts anew when PostgreSQL ends a deadlock', async () => {
    await database.transaction(async (tx) => {
      await tx.query(insert, ['left', 0, at]);
      await tx.query(insert, ['right', 0, at]);
    });
    let met = 0;
    let both: () => void = () => undefined;
    const meeting = new Promise<void>((resolve) => {
      both = resolve;
    });
    const cross = (first: string, second: string) =>
      database.transaction(async (tx) => {
        tx.write(
          sql(
            'patience',
            `SELECT set_config('lock_timeout', '20s', true), set_config('statement_timeout', '20s', true)`,
          ),
        );
        await tx.query(add, [first]);
        if (++met === 2) both();
        await meeting;
        await tx.query(add, [second]);
      });
    await Promise.all([cross('left', 'right'), cross('right', 'left')]);
    expect(met).toBeGreaterThan(2);
    expect(await database.read(find, ['left'])).toMatchObject([{ total: 2 }]);
    expect(await database.read(find, ['right'])).toMatchObject([{ total: 2 }]);
  });

  test('tells a breach of uniqueness by its constraint', async () => {
    const error: unknown = await database
      .transaction((tx) => tx.query(insert, ['kept', 1, at]))
      .catch((e: unknown) => e);
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, 'counters_pkey')).toBe(true);
    expect(isUniqueViolation(error, 'another')).toBe(false);
  });

  test('cancels a statement that takes too long', async () => {
    await expect(database.read(sql('sleep', 'SELECT pg_sleep(10)'))).rejects.toThrow(/statement timeout/);
  });

  test('survives the loss of its connections', async () => {
    const killer = new Client({ connectionString: place.url });
    await killer.connect();
    const cut = database.transaction(async (tx) => {
      await tx.query(find, ['kept']);
      await killer.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name LIKE 'assent%'`);
      await tx.query(find, ['kept']);
    });
    await expect(cut).rejects.toThrow();
    await killer.end();
    expect(await database.read(find, ['written'])).toHaveLength(1);
    await database.transaction((tx) => tx.query(add, ['written']));
  });

  test('a start with nothing to migrate waits for nobody who migrates', async () => {
    const migrating = new Client({ connectionString: place.url });
    await migrating.connect();
    await migrating.query('SELECT pg_advisory_lock(hashtext($1))', ['assent migrations test_role']);
    try {
      dataSources.push(await openDataSource(schema, settings));
    } finally {
      await migrating.end();
    }
  });

  test('a start with a migration that never ran waits for the one who migrates, and then runs it', async () => {
    class Later1800000000000 implements MigrationInterface {
      async up(runner: QueryRunner): Promise<void> {
        await runner.query('CREATE TABLE laters (name text PRIMARY KEY)');
      }

      async down(): Promise<void> {
        throw new Error('migrations go forward only');
      }
    }
    const migrating = new Client({ connectionString: place.url });
    await migrating.connect();
    await migrating.query('SELECT pg_advisory_lock(hashtext($1))', ['assent migrations test_role']);
    let isOpen = false;
    const opening = openDataSource({ ...schema, migrations: [...schema.migrations, Later1800000000000] }, settings);
    const opened = opening.then((dataSource) => {
      isOpen = true;
      return dataSource;
    });
    await sleep(300);
    expect(isOpen).toBe(false);
    await migrating.end();
    const dataSource = await opened;
    dataSources.push(dataSource);
    expect(await dataSource.query('SELECT count(*)::int AS laters FROM laters')).toEqual([{ laters: 0 }]);
  });
});
