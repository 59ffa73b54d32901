import { appendFile, copyFile, mkdtemp, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RecordSchemas } from '#platform';
import { collect, recordSourceContract } from '../record-sources/record-source.contract.ts';
import {
  always,
  ana,
  booking,
  bookings,
  flatten,
  holders,
  ofAna,
  transactionSchema,
  transactionType,
  writeCsv,
} from '../spec-support/statements-under-test.ts';
import { DuckDbReader } from './duckdb-reader.ts';
import { csvDescription, parquetDescription } from './file-description.ts';
import { FileSource } from './file-source.ts';

const schemas = RecordSchemas.load();
type Cells = Record<string, string>;
const rows: Cells[] = bookings.map(({ account, record }) => ({ account, ...flatten(record) }));

/** Has DuckDB write what a warehouse would: columns of their own types, a nested one, an exact decimal. */
async function writeParquet(path: string, select: string): Promise<void> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
}

const typed = (csv: string) => `
  SELECT account, "transactionId", "accountNumber", "bookedAt"::TIMESTAMPTZ AS "bookedAt", "valueDate"::DATE AS "valueDate",
    direction, amount::DECIMAL(30, 12) AS amount, currency, "balanceAfter"::DOUBLE AS "balanceAfter", method,
    {'name': "counterparty.name", 'account': NULL::VARCHAR} AS counterparty
  FROM read_csv('${csv}', header = true, all_varchar = true)`;

async function bankFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'assent-files-'));
  const csv = await writeCsv(folder, 'bookings.csv', rows);
  const parquet = join(folder, 'bookings.parquet');
  await writeParquet(parquet, typed(csv));
  const holderFile = await writeCsv(folder, 'holders.csv', holders);
  await writeParquet(join(folder, 'holders.parquet'), `FROM read_csv('${holderFile}', all_varchar = true)`);
  const describe = (kind: 'csv' | 'parquet', more: object = {}) => ({
    kind,
    accounts: {
      files: [join(folder, `holders.${kind}`)],
      emailColumn: 'email',
      telColumn: 'tel',
      countryCallingCode: '1',
    },
    dataTypes: {
      [transactionType]: {
        schema: transactionSchema,
        files: [kind === 'csv' ? csv : parquet],
        dateColumn: 'bookedAt',
        ...more,
      },
    },
  });
  return { folder, csv, parquet, describe };
}

recordSourceContract('FileSource over CSV', async () => {
  const { folder, describe } = await bankFolder();
  const source = await FileSource.open(csvDescription.parse(describe('csv')));
  return { source, known: ana, dataType: transactionType, stop: () => rm(folder, { recursive: true }) };
});

recordSourceContract('FileSource over Parquet', async () => {
  const { folder, describe } = await bankFolder();
  const source = await FileSource.open(parquetDescription.parse(describe('parquet')));
  return { source, known: ana, dataType: transactionType, stop: () => rm(folder, { recursive: true }) };
});

describe('files of records', () => {
  let bank: Awaited<ReturnType<typeof bankFolder>>;
  const opened: FileSource[] = [];
  beforeAll(async () => {
    bank = await bankFolder();
  });
  beforeEach(async () => {
    await writeCsv(bank.folder, 'bookings.csv', rows);
  });
  afterAll(async () => {
    await Promise.all(opened.map((source) => source.close()));
    await rm(bank.folder, { recursive: true });
  });
  const openCsv = async (more: object = {}, of: object = {}) => {
    const source = await FileSource.open(csvDescription.parse({ ...bank.describe('csv', of), ...more }));
    opened.push(source);
    return source;
  };
  const openParquet = async (more: object = {}, of: object = {}) => {
    const source = await FileSource.open(parquetDescription.parse({ ...bank.describe('parquet', of), ...more }));
    opened.push(source);
    return source;
  };
  const read = (source: FileSource, accountKey = 'c-1001', signal?: AbortSignal) =>
    collect(source.readRecords({ accountKey, dataType: transactionType, ...always, signal }));
  const problemsOf = (records: unknown[]) =>
    records.map((record) => schemas.checkRecord(transactionType, record)?.[0]).filter((one) => one !== undefined);

  it('give records typed by their schema, to the last digit', async () => {
    expect(await read(await openCsv())).toEqual(ofAna);
    expect(await read(await openParquet())).toEqual(ofAna);
  });

  it('are read one after the other', async () => {
    const more = await writeCsv(bank.folder, 'more.csv', [{ account: 'c-1001', ...flatten(booking(9)) }]);
    const records = await read(await openCsv({}, { files: [bank.csv, more] }));
    expect(records).toEqual([...ofAna, booking(9)]);
  });

  it('stand otherwise once one was replaced; copies of them stand alike', async () => {
    const stateOf = (source: FileSource) => source.stateOf('c-1001', transactionType);
    const copy = join(bank.folder, 'copy.csv');
    const [source, other] = [await openCsv(), await openCsv({}, { files: [bank.csv, bank.csv] })];
    await copyFile(bank.csv, copy);
    const { atime, mtime } = await stat(bank.csv);
    await utimes(copy, atime, mtime);
    await utimes(bank.csv, atime, mtime);
    const before = await stateOf(source);
    expect(await stateOf(source)).toBe(before);
    expect(await stateOf(await openCsv({}, { files: [copy] }))).toBe(before);
    expect(await stateOf(other)).not.toBe(before);
    await utimes(bank.csv, atime, new Date(mtime.getTime() + 1000));
    expect(await stateOf(source)).not.toBe(before);
    await writeCsv(bank.folder, 'bookings.csv', rows.slice(1));
    await utimes(bank.csv, atime, mtime);
    expect(await stateOf(source)).not.toBe(before);
    expect(await source.stateOf('c-1001', 'bank.account-summary')).toBeUndefined();
    await rm(bank.csv);
    await expect(stateOf(source)).rejects.toMatchObject({ reason: 'unreachable', detail: 'bookings.csv' });
  });

  it('have other names for columns, other marks between them, and accounts of another form', async () => {
    const file = join(bank.folder, 'renamed.csv');
    const columns = Object.keys(flatten(booking(1)));
    const cells = Object.values(flatten(booking(1, { counterparty: { name: 'Shop' } })));
    await writeFile(file, `who;${columns.map((name) => `F_${name}`).join(';')}\nacct/7;${cells.join(';')}\n`);
    const renamed = Object.fromEntries(columns.map((name) => [name, `F_${name}`]));
    const of = { files: [file], accountColumn: 'who', key: 'acct/{account}', columns: renamed, dateColumn: undefined };
    const contacts = join(bank.folder, 'contacts.json');
    await writeFile(contacts, '{"7":{"email":"ana@mail.example"}}');
    const source = await openCsv({ delimiter: ';', accounts: { contactsFile: contacts } }, of);
    expect(await source.findAccounts([{ kind: 'email', value: 'ana@mail.example' }])).toMatchObject([
      { accountKey: '7' },
    ]);
    expect(await read(source, '7')).toEqual([booking(1, { counterparty: { name: 'Shop' } })]);
  });

  it.each(["c-1001' OR '1'='1", 'c-1001"; --', '%', '$1', "') OR TRUE --"])(
    'take the key %s for a key',
    async (key) => {
      expect(await read(await openCsv(), key)).toEqual([]);
      expect(await read(await openParquet(), key)).toEqual([]);
    },
  );

  it('with an empty cell have no such field', async () => {
    const { valueDate: _, ...others } = rows[0] as Cells;
    await writeCsv(bank.folder, 'bookings.csv', [{ ...others, reference: '' }, { ...rows[1] }]);
    const [first] = await read(await openCsv());
    expect(Object.keys(first as object)).not.toContain('valueDate');
    expect(Object.keys(first as object)).not.toContain('reference');
  });

  it('give a record that does not fit as it is, to be refused', async () => {
    await writeCsv(bank.folder, 'bookings.csv', [{ ...rows[0], amount: '12,50' }, ...rows.slice(1)]);
    const records = await read(await openCsv());
    expect(records).toHaveLength(5);
    expect(problemsOf(records)).toEqual([{ path: '/amount', keyword: 'type' }]);
  });

  it('with a column of a wrong type are refused record by record', async () => {
    const file = join(bank.folder, 'wrong.parquet');
    await writeParquet(
      file,
      `SELECT * REPLACE (CAST("bookedAt" AS TIMESTAMP) AS "bookedAt", [amount] AS amount) FROM (${typed(bank.csv)})`,
    );
    const problems = problemsOf(await read(await openParquet({}, { files: [file] })));
    expect(problems).toHaveLength(5);
    expect(new Set(problems.map((problem) => problem?.path))).toEqual(new Set(['/bookedAt']));
    const inUtc = problemsOf(await read(await openParquet({ timesWithoutZoneAre: 'UTC' }, { files: [file] })));
    expect(new Set(inUtc.map((problem) => problem?.path))).toEqual(new Set(['/amount']));
  });

  it('with a figure that no number can carry are refused, not rounded', async () => {
    const file = join(bank.folder, 'exact.parquet');
    await writeParquet(
      file,
      `SELECT * REPLACE (12345678901.123456789::DECIMAL(30, 9) AS amount) FROM (${typed(bank.csv)})`,
    );
    const problems = problemsOf(await read(await openParquet({}, { files: [file] })));
    expect(problems).toEqual(Array.from({ length: 5 }, () => ({ path: '/amount', keyword: 'type' })));
  });

  it('lose no line that looks like a remark', async () => {
    const cells = { account: '# c-1001', ...flatten(booking(8, { counterparty: { name: 'Shop' } })) };
    await writeFile(bank.csv, `${Object.keys(cells).join(',')}\n${Object.values(cells).join(',')}\n`);
    expect(await read(await openCsv(), '# c-1001')).toMatchObject([{ transactionId: 'tx-000000008' }]);
  });

  it('with a row larger than may be are not read on', async () => {
    const long = { ...rows[1], 'counterparty.name': 'x'.repeat(200_000) };
    const source = await openCsv({ rowLimitBytes: 20_000 });
    await writeCsv(bank.folder, 'bookings.csv', [...rows, long]);
    await expect(read(source)).rejects.toMatchObject({ reason: 'answer-not-understood' });
  });

  it('that are broken are not read, and nothing of them is told', async () => {
    await writeFile(bank.csv, 'account,amount\nc-1001,"Ana Silva\n');
    const error = await FileSource.open(csvDescription.parse(bank.describe('csv'))).catch((caught: unknown) => caught);
    expect(String(error)).not.toContain('Ana');
    const parquet = join(bank.folder, 'broken.parquet');
    await writeFile(parquet, 'PAR1 Ana Silva PAR1');
    await expect(openParquet({}, { files: [parquet] })).rejects.toMatchObject({ reason: 'answer-not-understood' });
  });

  it('are unreachable once they are gone', async () => {
    const source = await openCsv();
    await rm(bank.csv);
    await expect(read(source)).rejects.toMatchObject({ reason: 'unreachable', detail: 'bookings.csv' });
  });

  it.each([
    ['grow', (path: string) => appendFile(path, '\n')],
    ['shrink', (path: string) => truncate(path, 100)],
    ['vanish', (path: string) => rm(path)],
  ])('that %s while they are read are not read on', async (_, change) => {
    const many = Array.from({ length: 5000 }, (__, n): Cells => ({ account: 'c-1001', ...flatten(booking(n)) }));
    await writeCsv(bank.folder, 'bookings.csv', many);
    const source = await openCsv();
    const records = source.readRecords({ accountKey: 'c-1001', dataType: transactionType, ...always });
    await records.next();
    await change(bank.csv);
    const error = await collect(records).catch((caught: unknown) => caught);
    expect((error as { reason?: string }).reason).toMatch(/^(source-changed|unreachable)$/);
  });

  it('are read in the same order however many there are, within 64 MB', async () => {
    const many = Array.from({ length: 12_000 }, (_, n): Cells => ({ account: 'c-1001', ...flatten(booking(n)) }));
    await writeCsv(bank.folder, 'bookings.csv', many);
    const source = await openCsv({ memoryLimitMegabytes: 64 });
    const ids: unknown[] = [];
    for await (const record of source.readRecords({ accountKey: 'c-1001', dataType: transactionType, ...always })) {
      ids.push((record as { transactionId: string }).transactionId);
    }
    expect(ids).toEqual(many.map((cells) => cells['transactionId']));
  });

  it('are refused at the start with all columns that are missing', async () => {
    const message = await openCsv(
      { accounts: { files: [join(bank.folder, 'holders.csv')], emailColumn: 'mail' } },
      { accountColumn: 'who', jsonColumn: 'document' },
    ).catch((error: Error) => error.message);
    for (const column of ['mail', 'who', 'document']) expect(message).toContain(`no column ${column}`);
  });
});

it('DuckDB opens no file but those it was given, and writes, loads and changes nothing', async () => {
  const { folder, csv, parquet } = await bankFolder();
  const reader = await DuckDbReader.open({ files: [csv], threads: 1, memoryLimitMegabytes: 64 });
  const attempt = (text: string) => collect(reader.read(text, [])).catch((error: Error) => error.message);
  for (const text of [
    `FROM read_parquet('${parquet}')`,
    `FROM read_text('/etc/passwd')`,
    `FROM read_text('${csv}/../bookings.parquet')`,
    `FROM glob('${folder}/*')`,
    `COPY (SELECT 1) TO '${folder}/written.csv'`,
    `ATTACH '${folder}/written.db'`,
    `INSTALL httpfs`,
    `FROM 'https://mail.example/x.csv'`,
    `SET enable_external_access = true`,
    `SET memory_limit = '8GB'`,
  ]) {
    expect(await attempt(text), text).toMatch(
      /understood \((Permission|Invalid Input|IO|Catalog|Missing Extension) Error/,
    );
  }
  await expect(stat(join(folder, 'written.csv'))).rejects.toThrow('ENOENT');
  reader.close();
  await rm(folder, { recursive: true });
});
