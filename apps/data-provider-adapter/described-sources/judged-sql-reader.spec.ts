import { readFile, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { collect } from '../record-sources/record-source.contract.ts';
import { startBankDatabase } from '../spec-support/database-under-test.ts';
import { always, ana, ofAna, transactionSchema, transactionType } from '../spec-support/statements-under-test.ts';
import { sqlDescription } from './sql-description.ts';
import { SqlSource } from './sql-source.ts';

/** A way to the bank's database that is closed at first. */
async function closedWayTo({ hostname, port: behindPort }: URL) {
  const server = createServer((socket) => {
    const behind = connect(Number(behindPort || 5432), hostname);
    for (const end of [socket, behind]) end.on('error', () => socket.destroy());
    socket.on('close', () => behind.destroy());
    socket.pipe(behind).pipe(socket);
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return { port, open: () => listen(port), close: () => server.close() };
}

describe('a database that is away at the start', () => {
  let bank: Awaited<ReturnType<typeof startBankDatabase>>;
  let way: Awaited<ReturnType<typeof closedWayTo>>;
  let source: SqlSource;
  const said: string[] = [];
  const open = async (more: object = {}) => {
    said.length = 0;
    const description = { ...bank.description, databaseUrlFile: join(bank.folder, 'away.url'), ...more };
    source = await SqlSource.open(sqlDescription.parse(description), (sentence) => said.push(sentence));
    expect(said).toEqual(['record source: unreachable']);
  };
  const read = () => collect(source.readRecords({ accountKey: 'c-1001', dataType: transactionType, ...always }));
  const wrongType = {
    schema: transactionSchema,
    query: 'SELECT * FROM arrived_bookings WHERE holder = $1',
    accountColumn: 'holder',
  };
  const wrong = {
    dataTypes: { [transactionType]: bankType(), 'bank.account-summary': wrongType },
  };
  function bankType() {
    const query = 'SELECT holder AS account, document FROM bookings WHERE holder = $1 ORDER BY n';
    return { schema: transactionSchema, query, jsonColumn: 'document' };
  }

  beforeEach(async () => {
    bank = await startBankDatabase();
    const url = new URL((await readFile(bank.description.databaseUrlFile, 'utf8')).trim());
    way = await closedWayTo(url);
    url.host = `127.0.0.1:${way.port}`;
    await writeFile(join(bank.folder, 'away.url'), url.href);
  });
  afterEach(async () => {
    await source.close();
    way.close();
    await bank.stop();
  });

  it('is read once it is there', async () => {
    await open();
    await expect(read()).rejects.toMatchObject({ reason: 'unreachable' });
    await way.open();
    expect(await read()).toEqual(ofAna);
    expect(said).toHaveLength(1);
  });

  it('is judged as soon as it is there, though nobody reads: what is wrong is said once, with what to do', async () => {
    await open(wrong);
    await way.open();
    await vi.waitFor(() => expect(said).toHaveLength(2), { timeout: 20_000 });
    expect(said[1]).toContain('bank.account-summary > query: relation "arrived_bookings" does not exist');
    expect(said[1]).toContain('nothing is read from it until that is corrected');
    await expect(read()).rejects.toMatchObject({ reason: 'refused', detail: 'its queries are to be corrected' });
    await expect(source.findAccounts([ana])).rejects.toMatchObject({ reason: 'refused' });
    expect(said).toHaveLength(2);
  });

  it('is read after what is wrong was mended in it', async () => {
    await open(wrong);
    await way.open();
    await expect(read()).rejects.toMatchObject({ detail: 'its queries are to be corrected' });
    await bank.client.query('CREATE VIEW arrived_bookings AS SELECT holder FROM bookings');
    await bank.client.query(`GRANT SELECT ON arrived_bookings TO ${bank.reader}`);
    expect(await read()).toEqual(ofAna);
  });

  it('is not read where its role may write, which is said once', async () => {
    await open();
    await bank.client.query(`GRANT INSERT ON bookings TO ${bank.reader}`);
    await way.open();
    await vi.waitFor(() => expect(said).toHaveLength(2), { timeout: 20_000 });
    expect(said[1]).toContain('a role that only has CONNECT');
    await expect(read()).rejects.toMatchObject({ reason: 'not-authorised', detail: 'the role may write' });
    await bank.client.query(`REVOKE INSERT ON bookings FROM ${bank.reader}`);
    expect(await read()).toEqual(ofAna);
    expect(said).toHaveLength(2);
  });
});
