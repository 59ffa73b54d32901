import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Patience, readPatiently } from '../data-sessions/patience.ts';
import { collect } from '../record-sources/record-source.contract.ts';
import type { RecordSource } from '../record-sources/record-source.ts';
import { recordSourceSettings } from '../record-sources/record-source-settings.ts';
import { startBankDatabase } from '../spec-support/database-under-test.ts';
import { always, ana, ofAna, transactionType, writeJson } from '../spec-support/statements-under-test.ts';
import { openRecordSource } from './open-record-source.ts';

/** Longer than a new connection may take here. */
const longMs = 600;

describe('the connections of a database', () => {
  let bank: Awaited<ReturnType<typeof startBankDatabase>>;
  const opened: RecordSource[] = [];
  beforeAll(async () => {
    bank = await startBankDatabase();
  });
  afterEach(async () => {
    for (const source of opened.splice(0)) await source.close();
  });
  afterAll(() => bank.stop());

  /** As the role opens it. */
  async function open(more: object, settings: object = {}): Promise<RecordSource> {
    const core = { ...bank.description, rowsAtOnce: 1, connectTimeoutMilliseconds: longMs / 3, ...more };
    const RECORD_SOURCES_FILE = await writeJson(bank.folder, 'sources.json', { sources: { core } });
    const chosen = recordSourceSettings.parse({ RECORD_SOURCE: 'described', RECORD_SOURCES_FILE });
    const source = await openRecordSource({ ...chosen, ...settings }, () => always.from);
    opened.push(source);
    return source;
  }
  const reading = (source: RecordSource, signal?: AbortSignal) =>
    source
      .readRecords({ accountKey: 'core:c-1001', dataType: transactionType, ...always, signal })
      [Symbol.asyncIterator]() as AsyncGenerator<unknown>;
  /** Reads on only when told to, as for a data user who fetches slowly. */
  async function pausedReading(source: RecordSource) {
    const records = reading(source);
    await records.next();
    return records;
  }

  it('are as many as there are fills at once, and one for the search for accounts', async () => {
    const source = await open({}, { FILLS_AT_ONCE: 6 });
    const readings = await Promise.all(Array.from({ length: 6 }, () => pausedReading(source)));
    expect(await source.findAccounts([ana])).toHaveLength(1);
    await Promise.all(readings.map((records) => records.return(undefined)));
  });

  it('are waited for longer than a new one may take, while other readings hold them', async () => {
    const source = await open({ connections: 1 });
    const held = await pausedReading(source);
    const late = collect(reading(source));
    late.catch(() => undefined);
    await sleep(longMs);
    expect(await collect(held)).toEqual(ofAna.slice(1));
    expect(await late).toEqual(ofAna);
  });

  it('do not count as slowness of the source while they are waited for', async () => {
    const source = await open({ connections: 1, connectTimeoutMilliseconds: 5000 });
    const held = await pausedReading(source);
    const patience = new Patience(longMs / 2);
    const late = collect(readPatiently(reading(source, patience.abort.signal), patience));
    late.catch(() => undefined);
    await sleep(longMs);
    await held.return(undefined);
    expect(await late).toEqual(ofAna);
    patience.end();
  });

  it('are not waited for any more by a reading that is given up', async () => {
    const source = await open({ connections: 1 });
    const held = await pausedReading(source);
    const stopping = new AbortController();
    const late = collect(reading(source, stopping.signal));
    const reason = new Error('gone');
    stopping.abort(reason);
    await expect(late).rejects.toBe(reason);
    await held.return(undefined);
    expect(await collect(reading(source))).toEqual(ofAna);
  });

  it('go round, also where a reading is broken off or a query is refused', async () => {
    const source = await open({ connections: 1 });
    const held = await pausedReading(source);
    await bank.client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1`, [bank.reader]);
    await expect(collect(held)).rejects.toMatchObject({ reason: 'unreachable' });
    await bank.client.query(`REVOKE SELECT ON bookings FROM ${bank.reader}`);
    await expect(collect(reading(source))).rejects.toMatchObject({ reason: 'not-authorised' });
    await bank.client.query(`GRANT SELECT ON bookings TO ${bank.reader}`);
    expect(await collect(reading(source))).toEqual(ofAna);
  });
});
