import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestFolder, hasRedis } from '#testing';
import { runCommand, runJson } from '../support/run-command.ts';

let home: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  const folder = await createTestFolder();
  home = folder.path;
  remove = () => folder.remove();
});
afterAll(() => remove());

const queues = hasRedis ? ['--redis', 'auto'] : [];
const place = hasRedis ? 'Redis' : 'PostgreSQL';

it(`every record arrives as it is at hospitals of six kinds of system, two replicas of each role, on ${place}`, {
  timeout: 360_000,
}, async () => {
  const source = 'sql,csv,parquet,rest,fhir-rest,fhir-ndjson';
  const run = ['--source', source, '--people', '2', '--replicas', '2', ...queues];
  const { answer, stderr } = await runJson(home, ['journey', ...run]);
  expect(answer, stderr).toMatchObject({ ok: true, source, people: 2, mismatches: 0 });
  for (const [role, calls] of Object.entries<[number, number]>(answer['calls'])) {
    expect(Math.min(...calls), role).toBeGreaterThan(3);
  }
  const atSource = Object.values<number>(answer['recordsByType']).reduce((sum, count) => sum + count, 0);
  expect(atSource).toBeGreaterThan(50);
  expect(answer['records']).toBe(6 * atSource);
  expect(answer['receivedDigest']).toBe(answer['sourceDigest']);
  expect(readdirSync(home).filter((name) => name.startsWith('journey'))).toEqual([]);
});

it('a hospital that keeps them in anything else is refused', async () => {
  const { code, stderr } = await runJson(home, ['journey', '--source', 'excel']);
  expect(code).toBe(1);
  expect(stderr).toContain('--source excel: there are fhir-ndjson, fhir-rest, sql, csv, parquet, rest');
});

describe('assent source try', { timeout: 60_000 }, () => {
  let sources: string;
  const header = 'account,transactionId,accountNumber,bookedAt,direction,amount,currency,balanceAfter,method';
  const row = (amount: string, id = 'tx-00000001') =>
    `c-1,${id},••••1234,2026-03-01T08:00:00.000Z,DEBIT,${amount},EUR,12.50,CARD`;
  beforeAll(async () => {
    await writeFile(join(home, 'contacts.json'), '{"c-1":{"email":"ana@mail.example"}}');
    await writeFile(join(home, 'bookings.csv'), `${header}\n${row('12.50')}\n${row('much', 'tx-00000002')}\n`);
    const type = { schema: 'schema/records/bank.transaction.schema.json', files: ['bookings.csv'] };
    const ledger = {
      kind: 'csv',
      accounts: { contactsFile: 'contacts.json' },
      dataTypes: { 'bank.transaction': type },
    };
    sources = join(home, 'sources.json');
    await writeFile(sources, JSON.stringify({ sources: { ledger } }));
  });
  const attempt = (...args: string[]) => ['source', 'try', 'ledger', '--sources', sources, ...args];

  it('shows what would leave, field by field, masked, and what is refused for which reason', async () => {
    const { code, stdout } = await runCommand(home, attempt('--account', 'c-1'));
    expect(stdout).toContain('2 read, 1 would leave, 0 outside the range, 1 refused');
    expect(stdout).toContain('1 refused: /amount breaks type (first: record 1)');
    expect(stdout).toMatch(/amount +number +1 +99\.9/);
    expect(stdout).not.toMatch(/12\.5|1234|2026/);
    expect(code).toBe(0);
  });

  it('shows values where asked to, and only fields a consent may name', async () => {
    const { answer } = await runJson(home, attempt('--account', 'c-1', '--show-values', '--fields', 'amount,currency'));
    expect(answer).toMatchObject({ ok: true, source: 'ledger', dataTypes: [{ read: 2, leave: 1 }] });
    expect(answer['dataTypes'][0].fields.map(({ path, example }: Record<string, string>) => [path, example])).toEqual([
      ['amount', '12.5'],
      ['currency', 'EUR'],
    ]);
  });

  it('says that nothing is there', async () => {
    const { stdout } = await runCommand(home, attempt('--account', "c-1' OR '1'='1"));
    expect(stdout).toContain('0 read');
    expect(stdout).toContain('is the account key right?');
  });

  it.each([
    [['--account', 'c-1', '--data-type', 'bank.loan'], 'not-found', 'ledger holds bank.transaction, no bank.loan'],
    [['--account', 'c-1', '--from', 'yesterday'], 'usage', 'yesterday is not a time'],
    [['--account', 'c-1', '--sources', '/no/such/file'], 'usage', 'cannot be read (ENOENT)'],
    [[], 'usage', "required option '--account <key>' not specified"],
  ])('%j is refused in one sentence', async (args, code, sentence) => {
    const ran = await runJson(home, attempt(...args));
    expect(ran).toMatchObject({ code: 1, answer: { ok: false, code } });
    expect(ran.stderr).toContain(sentence);
  });
});
