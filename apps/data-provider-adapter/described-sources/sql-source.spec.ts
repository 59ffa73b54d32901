import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RecordSchemas } from '#platform';
import { collect, recordSourceContract } from '../record-sources/record-source.contract.ts';
import { bookingsQuery, documentsQuery, startBankDatabase } from '../spec-support/database-under-test.ts';
import { always, ana, ofAna, transactionSchema, transactionType } from '../spec-support/statements-under-test.ts';
import { sqlDescription } from './sql-description.ts';
import { SqlSource } from './sql-source.ts';

type Bank = Awaited<ReturnType<typeof startBankDatabase>>;
const ignore = () => undefined;

for (const [form, more] of [
  ['columns', { query: bookingsQuery }],
  ['a column of JSON', { query: documentsQuery, jsonColumn: 'document' }],
] as const) {
  recordSourceContract(`SqlSource, by ${form},`, async () => {
    const bank = await startBankDatabase();
    const dataTypes = { [transactionType]: { schema: transactionSchema, ...more } };
    const description = sqlDescription.parse({ ...bank.description, dataTypes });
    return {
      source: await SqlSource.open(description, ignore),
      known: ana,
      dataType: transactionType,
      stop: () => bank.stop(),
    };
  });
}

describe('a PostgreSQL database', () => {
  let bank: Bank;
  const opened: SqlSource[] = [];
  beforeAll(async () => {
    bank = await startBankDatabase();
  });
  afterAll(async () => {
    await Promise.all(opened.map((source) => source.close()));
    await bank.stop();
  });
  async function open(more: object = {}, query = bookingsQuery, warn: (sentence: string) => void = ignore) {
    const dataTypes = { [transactionType]: { schema: transactionSchema, query } };
    const source = await SqlSource.open(sqlDescription.parse({ ...bank.description, dataTypes, ...more }), warn);
    opened.push(source);
    return source;
  }
  const read = async (source: SqlSource, accountKey = 'c-1001', signal?: AbortSignal) =>
    collect(source.readRecords({ accountKey, dataType: transactionType, ...always, signal }));

  it('gives records as they are in it, to the last digit', async () => {
    expect(await read(await open())).toEqual(ofAna);
  });

  it('is asked for the range alone', async () => {
    const range = { from: '2026-02-01T00:00:00.000Z', to: '2026-03-16T00:00:00.000Z' };
    const source = await open();
    const records = await collect(source.readRecords({ accountKey: 'c-1001', dataType: transactionType, ...range }));
    expect(records).toEqual(ofAna.slice(0, 2));
  });

  it('finds a national number where the country is known, in the spelling on record', async () => {
    const accounts = await (await open()).findAccounts([{ kind: 'tel', value: '+12025550123' }]);
    expect(accounts).toMatchObject([{ accountKey: 'c-1001', contact: { kind: 'tel', value: '+12025550123' } }]);
  });

  it('finds nobody else, whatever its query answers', async () => {
    const accounts = { query: 'SELECT no AS account, email, tel FROM holders WHERE $1::text[] IS NOT NULL' };
    const found = await (await open({ accounts })).findAccounts([ana]);
    expect(found.map(({ accountKey }) => accountKey)).toEqual(['c-1001']);
  });

  it.each([
    "c-1001' OR '1'='1",
    "c-1001'; DROP TABLE bookings; --",
    "x' UNION SELECT holder, id FROM bookings --",
    '%',
    '$1',
    "\\'; SELECT pg_sleep(9); --",
  ])('takes the key %s for a key', async (accountKey) => {
    expect(await read(await open(), accountKey)).toEqual([]);
    expect(await read(await open())).toEqual(ofAna);
  });

  it('never gives the records of somebody else, even where its query does', async () => {
    const careless = bookingsQuery.replace('holder = $1', 'holder >= $1');
    const error = await read(await open({ rowsAtOnce: 1 }, careless)).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ reason: 'answer-about-someone-else', detail: transactionType });
  });

  it('that answers too slowly is left', async () => {
    const slow = bookingsQuery.replace('WHERE', 'WHERE pg_sleep(5) IS NOT NULL AND');
    const source = await open({ statementTimeoutMilliseconds: 200 }, slow);
    await expect(read(source)).rejects.toMatchObject({ reason: 'timed-out', detail: 'SQLSTATE 57014' });
  });

  it('that hangs in the middle is left when nobody waits any more', async () => {
    const slow = bookingsQuery
      .replace('FROM bookings', 'FROM bookings CROSS JOIN pg_sleep(n)')
      .replace('ORDER BY n', '');
    const source = await open(
      { rowsAtOnce: 1 },
      slow
        .replace('shop AS', "shop || CASE WHEN n > 1 THEN pg_sleep(9)::text ELSE '' END AS")
        .replace('CROSS JOIN pg_sleep(n)', ''),
    );
    const reason = new Error('gone');
    const stopping = new AbortController();
    const records = source.readRecords({
      ...{ accountKey: 'c-1001', dataType: transactionType, ...always },
      signal: stopping.signal,
    });
    await records.next();
    setTimeout(() => stopping.abort(reason), 100);
    const begun = performance.now();
    await expect(collect(records)).rejects.toBe(reason);
    expect(performance.now() - begun).toBeLessThan(8000);
    expect(await read(await open())).toEqual(ofAna);
  });

  it('that answers with more than may be held is cut off', async () => {
    const huge = bookingsQuery.replace('shop AS', "repeat('x', 50000000) AS");
    const before = process.memoryUsage().rss;
    await expect(read(await open({ answerLimitBytes: 100_000 }, huge))).rejects.toMatchObject({
      reason: 'answer-too-large',
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(40_000_000);
  });

  it('that breaks off is unreachable, and is read again', async () => {
    const source = await open({ rowsAtOnce: 1 });
    const records = source.readRecords({ accountKey: 'c-1001', dataType: transactionType, ...always });
    await records.next();
    await bank.client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1 AND state <> 'idle'`,
      [bank.reader],
    );
    await expect(collect(records)).rejects.toMatchObject({ reason: 'unreachable' });
    expect(await read(source)).toEqual(ofAna);
  });

  it('gives a record that does not fit as it is, to be refused', async () => {
    const wrong = bookingsQuery.replace(' amount,', " CASE n WHEN 2 THEN 'much' ELSE amount::text END AS amount,");
    const records = await read(await open({}, wrong));
    const schemas = RecordSchemas.load();
    const problems = records.map((record) => schemas.checkRecord(transactionType, record)?.[0]);
    expect(problems.filter((problem) => problem !== undefined)).toEqual([{ path: '/amount', keyword: 'type' }]);
  });

  it('cannot be written to, whatever a query tries', async () => {
    await bank.client.query(`
      CREATE FUNCTION sneak() RETURNS text SECURITY DEFINER LANGUAGE sql
      AS $$ DELETE FROM bookings; SELECT 'c-1001' $$`);
    const sneaky = bookingsQuery.replace('holder AS account', 'sneak() AS account');
    await expect(read(await open({}, sneaky))).rejects.toMatchObject({ reason: 'refused', detail: 'SQLSTATE 25006' });
    expect(await read(await open())).toEqual(ofAna);
  });
});

describe('a database is refused at the start', () => {
  let bank: Bank;
  beforeAll(async () => {
    bank = await startBankDatabase();
  });
  afterAll(() => bank.stop());
  const open = (more: object = {}) => SqlSource.open(sqlDescription.parse({ ...bank.description, ...more }), ignore);
  const refusal = (more: object = {}) =>
    open(more).then(
      async (source) => {
        await source.close();
        return 'opened';
      },
      (error: Error) => error.message,
    );

  it.each([
    ['INSERT on a table', 'GRANT INSERT ON bookings TO reader', 'REVOKE INSERT ON bookings FROM reader', 'bookings'],
    [
      'UPDATE of a column',
      'GRANT UPDATE (email) ON holders TO reader',
      'REVOKE UPDATE (email) ON holders FROM reader',
      'holders',
    ],
    [
      'CREATE on a schema',
      'GRANT CREATE ON SCHEMA public TO reader',
      'REVOKE CREATE ON SCHEMA public FROM reader',
      'schema public',
    ],
    ['a role it may become', 'GRANT pg_write_all_data TO reader', 'REVOKE pg_write_all_data FROM reader', 'INSERT'],
    ['all there is', 'ALTER ROLE reader SUPERUSER', 'ALTER ROLE reader NOSUPERUSER', 'superuser'],
  ])('where the role has %s, with what to do', async (_, give, take, named) => {
    await bank.client.query(give.replace('reader', bank.reader));
    const message = await refusal();
    await bank.client.query(take.replace('reader', bank.reader));
    expect(message).toContain('may write');
    expect(message).toContain(named);
    expect(message).toContain('a role that only has CONNECT');
    expect(await refusal()).toBe('opened');
  });

  it('and later, from the next connection on, where the role has come to write', async () => {
    const source = await open();
    await bank.client.query(`GRANT DELETE ON bookings TO ${bank.reader}`);
    await bank.client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [bank.reader]);
    await expect(source.findAccounts([ana])).rejects.toMatchObject({
      reason: 'not-authorised',
      detail: 'the role may write',
    });
    await bank.client.query(`REVOKE DELETE ON bookings FROM ${bank.reader}`);
    expect(await source.findAccounts([ana])).toHaveLength(1);
    await source.close();
  });

  it('with everything that is wrong with its queries', async () => {
    const message = await refusal({
      accounts: { query: 'SELECT no FROM holders WHERE email = ANY($1)' },
      dataTypes: {
        [transactionType]: { schema: transactionSchema, query: 'SELECT * FROM no_such_table WHERE a = $1' },
        'bank.account-summary': { schema: 'x', query: 'SELECT no FROM holders WHERE no = $1; DELETE FROM bookings' },
      },
    });
    expect(message).toContain('accounts > query: its answer has no column account');
    expect(message).toContain('relation "no_such_table" does not exist');
    expect(message).toContain('bank.account-summary > query: syntax error');
  });

  it('where TLS is asked for and not offered', async () => {
    const sentences: string[] = [];
    const source = await SqlSource.open(sqlDescription.parse({ ...bank.description, tls: true }), (sentence) => {
      sentences.push(sentence);
    });
    expect(sentences).toEqual(['record source: unreachable']);
    await expect(source.findAccounts([ana])).rejects.toMatchObject({ reason: 'unreachable' });
    await source.close();
  });

  it('where it is on another machine and nothing is said of TLS', async () => {
    const file = join(bank.folder, 'far.url');
    await writeFile(file, 'postgresql://reader:s3cret@db.example/core');
    expect(await refusal({ databaseUrlFile: file })).toMatch(/^tls: the database is on another machine/);
    await writeFile(file, 'postgresql://reader:s3cret@db.example/core?sslmode=no-verify');
    expect(await refusal({ databaseUrlFile: file })).toContain('sslmode is to be said in the sources file');
    await writeFile(file, 's3cret');
    expect(await refusal({ databaseUrlFile: file })).toBe(`${file} holds no postgresql:// address`);
  });

  it('never for being away: it is waited for', async () => {
    const file = join(bank.folder, 'hanging.url');
    const hanging = createServer((socket) => void socket.on('error', () => undefined));
    await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
    await writeFile(file, `postgresql://reader@127.0.0.1:${(hanging.address() as AddressInfo).port}/core`);
    const sentences: string[] = [];
    const description = { ...bank.description, databaseUrlFile: file, connectTimeoutMilliseconds: 200 };
    const source = await SqlSource.open(sqlDescription.parse(description), (sentence) => sentences.push(sentence));
    expect(sentences).toEqual(['record source: timed-out']);
    await source.close();
    hanging.close();
  });
});
