import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collect, recordSourceContract } from '../record-sources/record-source.contract.ts';
import {
  always,
  ana,
  bookings,
  flatten,
  holders,
  ofAna,
  transactionSchema,
  transactionType,
  writeCsv,
  writeJson,
} from '../spec-support/statements-under-test.ts';
import { openDescribedSources } from './open-record-source.ts';

const ignore = () => undefined;

/** A bank whose ledger and archive are two sources. */
async function bankFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'assent-described-'));
  await writeCsv(folder, 'holders.csv', holders);
  await writeCsv(
    folder,
    'ledger.csv',
    bookings.map(({ account, record }) => ({ account, ...flatten(record) })),
  );
  await writeCsv(folder, 'archive.csv', [{ account: 'c-1001', ...flatten(ofAna[0] ?? {}) }]);
  const of = (file: string, label: string) => ({
    kind: 'csv',
    label,
    accounts: { files: ['holders.csv'], emailColumn: 'email' },
    dataTypes: { [transactionType]: { schema: transactionSchema, files: [file] } },
  });
  const sources = { ledger: of('ledger.csv', 'Current account'), archive: of('archive.csv', 'Old account') };
  return { folder, sources, file: await writeJson(folder, 'sources.json', { sources }) };
}

recordSourceContract('DescribedSources', async () => {
  const { folder, file } = await bankFolder();
  const source = await openDescribedSources(file, ignore);
  return { source, known: ana, dataType: transactionType, stop: () => rm(folder, { recursive: true }) };
});

let bank: Awaited<ReturnType<typeof bankFolder>>;
beforeAll(async () => {
  bank = await bankFolder();
});
afterAll(() => rm(bank.folder, { recursive: true }));

it('accounts of several sources stay apart', async () => {
  const source = await openDescribedSources(bank.file, ignore);
  const accounts = await source.findAccounts([ana]);
  expect(accounts.map(({ accountKey, label }) => [accountKey, label])).toEqual([
    ['ledger:c-1001', 'Current account ••••01'],
    ['archive:c-1001', 'Old account ••••01'],
  ]);
  const read = (accountKey: string) =>
    collect(source.readRecords({ accountKey, dataType: transactionType, ...always }));
  expect(await read('ledger:c-1001')).toEqual(ofAna);
  expect(await read('archive:c-1001')).toEqual(ofAna.slice(0, 1));
  for (const key of ['c-1001', ':c-1001', 'cards:c-1001', 'ledger:ledger:c-1001', 'toString:c-1001']) {
    expect(await read(key), key).toEqual([]);
  }
  await source.close();
});

it('what is wrong with each source is told together', async () => {
  await writeFile(join(bank.folder, 'empty.url'), '');
  const sql = {
    kind: 'sql',
    databaseUrlFile: 'empty.url',
    accounts: { query: 'SELECT $1 AS account' },
    dataTypes: { [transactionType]: { schema: transactionSchema, query: 'SELECT $1 AS account' } },
  };
  const sources = { ...bank.sources, core: sql, cards: { ...bank.sources.ledger, delimiter: ';' } };
  const file = await writeJson(bank.folder, 'wrong.json', { sources });
  const error = await openDescribedSources(file, ignore).catch((caught: Error) => caught);
  expect(String(error)).toContain('sources > core: ');
  expect(String(error)).toContain('sources > cards: ');
});
