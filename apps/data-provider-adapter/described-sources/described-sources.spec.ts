import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect, recordSourceContract } from '../record-sources/record-source.contract.ts';
import { startBankDatabase } from '../spec-support/database-under-test.ts';
import { describeService, listen } from '../spec-support/service-under-test.ts';
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

it('each says for itself how its files stand', async () => {
  const source = await openDescribedSources(bank.file, ignore);
  const [ledger, archive] = await Promise.all(
    ['ledger:c-1001', 'archive:c-1001'].map((key) => source.stateOf(key, transactionType)),
  );
  expect(ledger).toEqual(expect.any(String));
  expect(archive).toEqual(expect.any(String));
  expect(archive).not.toBe(ledger);
  for (const key of ['c-1001', 'cards:c-1001']) expect(await source.stateOf(key, transactionType)).toBeUndefined();
  await source.close();
});

describe('where one source is away', () => {
  const stranger = { kind: 'email', value: 'nobody.at.all@mail.example' } as const;
  const warnings: string[] = [];
  const openWith = async (name: string, description: object) => {
    warnings.length = 0;
    const file = await writeJson(bank.folder, `with-${name}.json`, {
      sources: { [name]: description, ...bank.sources },
    });
    return openDescribedSources(file, (sentence) => warnings.push(sentence));
  };
  const keysOf = async (found: Promise<{ accountKey: string }[]>) => (await found).map(({ accountKey }) => accountKey);

  it('the accounts of the others are found', async () => {
    const { url, stop } = await listen(() => undefined);
    await stop();
    const source = await openWith('cards', describeService(url));
    expect(await keysOf(source.findAccounts([ana]))).toEqual(['ledger:c-1001', 'archive:c-1001']);
    expect(warnings).toEqual(['cards: no accounts were looked up: record source: unreachable']);
    await source.close();
  });

  it('nobody is called unknown', async () => {
    const { url, stop } = await listen(() => undefined);
    await stop();
    const source = await openWith('cards', describeService(url));
    await expect(source.findAccounts([stranger])).rejects.toMatchObject({ reason: 'unreachable' });
    await source.close();
  });

  it('a service that never answers is waited for no longer than the signal says', async () => {
    let left = 0;
    const { url, stop } = await listen((_, response) => response.on('close', () => (left += 1)));
    const source = await openWith('cards', describeService(url));
    expect(await keysOf(source.findAccounts([ana], AbortSignal.timeout(500)))).toEqual([
      'ledger:c-1001',
      'archive:c-1001',
    ]);
    expect(warnings).toEqual(['cards: no accounts were looked up: record source: timed-out']);
    const signal = AbortSignal.timeout(500);
    await expect(source.findAccounts([stranger], signal)).rejects.toSatisfy((error) => error === signal.reason);
    await expect.poll(() => left).toBe(2);
    await source.close();
    await stop();
  });

  it('nor is a database behind a network that went silent; it is asked again when that is back', async () => {
    const database = await startBankDatabase();
    const network = await openNetwork(await readFile(database.description.databaseUrlFile, 'utf8'));
    const databaseUrlFile = join(bank.folder, 'silent.url');
    await writeFile(databaseUrlFile, network.url);
    // One connection is left hanging while it is made; the one before must have been given back.
    const patient = { connections: 2, connectTimeoutMilliseconds: 60_000 };
    const source = await openWith('core', { ...database.description, databaseUrlFile, ...patient });
    const all = ['core:c-1001', 'ledger:c-1001', 'archive:c-1001'];
    expect(await keysOf(source.findAccounts([ana]))).toEqual(all);
    network.isSilent = true;
    for (const _ of ['on a connection it has', 'on one it has to make']) {
      expect(await keysOf(source.findAccounts([ana], AbortSignal.timeout(500)))).toEqual(all.slice(1));
    }
    expect(new Set(warnings)).toEqual(new Set(['core: no accounts were looked up: record source: timed-out']));
    network.isSilent = false;
    expect(await keysOf(source.findAccounts([ana]))).toEqual(all);
    await network.stop();
    await source.close();
    await database.stop();
  });
});

/** Carries every byte to the database and back, until it says nothing any more without closing anything. */
async function openNetwork(databaseUrl: string) {
  const url = new URL(databaseUrl.trim());
  const target = { host: url.hostname, port: Number(url.port || 5432) };
  const sockets: Socket[] = [];
  const network = { url: '', isSilent: false, stop };
  const server = createServer((near) => {
    const far = connect(target);
    sockets.push(near, far);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (chunk) => network.isSilent || to.write(chunk));
      from.on('close', () => to.destroy());
      from.on('error', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  network.url = url.href;
  async function stop() {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
  return network;
}

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
