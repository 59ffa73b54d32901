import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '#platform';
import { transactionSchema, writeJson } from '../spec-support/statements-under-test.ts';
import { readSourcesFile, SourcesFileError } from './sources-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assent-sources-'));
  await writeFile(join(folder, 'core.url'), 'postgresql://reader:s3cret@db.example/core');
  await writeFile(join(folder, 'contacts.json'), '{}');
});
afterAll(() => rm(folder, { recursive: true }));

/** The examples of docs/record-sources.md, with the files they name. */
const documented = [
  ...readFileSync(join(packageRoot(), 'docs', 'record-sources.md'), 'utf8').matchAll(/```json\n(.*?)```/gs),
].map(([, text = '']) => JSON.parse(text) as { kind: string });

const sql = {
  kind: 'sql',
  databaseUrlFile: 'core.url',
  accounts: { contactsFile: 'contacts.json' },
  dataTypes: { 'bank.transaction': { schema: transactionSchema, query: 'SELECT * FROM bookings WHERE account = $1' } },
};
const rest = {
  kind: 'rest',
  baseUrl: 'https://api.bank.example',
  accounts: { contactsFile: 'contacts.json' },
  dataTypes: {
    'bank.transaction': { schema: transactionSchema, path: '/accounts/{key}/bookings', owner: 'account' },
  },
};
const read = async (sources: unknown) => readSourcesFile(await writeJson(folder, 'sources.json', { sources }));
async function mistakesIn(sources: unknown): Promise<readonly string[]> {
  const error = await read(sources).catch((caught: unknown) => caught);
  if (error instanceof SourcesFileError) return error.mistakes;
  throw error;
}
const typed = (of: typeof sql | typeof rest, more: object) => ({
  core: { ...of, dataTypes: { 'bank.transaction': { ...of.dataTypes['bank.transaction'], ...more } } },
});

describe('a file of sources', () => {
  it('names files from its own folder', async () => {
    const core = (await read({ core: sql })).get('core');
    expect(core).toMatchObject({ databaseUrlFile: join(folder, 'core.url'), rowsAtOnce: 200 });
    expect(core?.accounts).toMatchObject({ contactsFile: join(folder, 'contacts.json') });
  });

  it('takes for a path what is one, never a name that looks like it', async () => {
    const sources = await read({ files: sql, ...typed(rest, { query: { logFile: 'x', files: 'y' } }) });
    expect(sources.get('files')).toMatchObject({ databaseUrlFile: join(folder, 'core.url') });
    expect(sources.get('core')?.dataTypes['bank.transaction']).toMatchObject({ query: { logFile: 'x', files: 'y' } });
  });

  it('tells all its mistakes at once, and quotes none', async () => {
    const mistakes = await mistakesIn({
      'Core!': sql,
      ledger: { kind: 'excel' },
      core: { ...sql, connections: 's3cret', passwort: 's3cret' },
      cards: { ...rest, baseUrl: 'ftp://s3cret.example', accounts: {} },
    });
    const told = mistakes.join('\n');
    for (const word of [
      'Core!',
      'ledger > kind',
      'core > connections',
      'passwort',
      'cards > baseUrl',
      'cards > accounts',
    ]) {
      expect(told).toContain(word);
    }
    expect(told).not.toContain('s3cret');
  });

  it.each<[string, unknown, string]>([
    ['no source', {}, 'names no source'],
    ['no data type', { core: { ...sql, dataTypes: {} } }, 'names no data type'],
    ['a query about everybody', typed(sql, { query: 'SELECT * FROM bookings' }), 'must use $1'],
    ['a query about everybody but ten', typed(sql, { query: 'SELECT * FROM bookings WHERE a = $10' }), 'must use $1'],
    ['a parameter too many', typed(sql, { query: 'SELECT * FROM b WHERE a = $1 AND b = $4' }), 'only the parameters'],
    ['an address about everybody', typed(rest, { path: '/bookings' }), 'about everybody'],
    ['an address elsewhere', typed(rest, { path: '//evil.example/{key}' }), 'begins with /'],
    ['another schema', typed(sql, { schema: 'schema/records/x.json' }), `is ${transactionSchema}`],
    ['a key that names no account', typed(sql, { key: 'everybody' }), 'must hold {account} once'],
    ['a path to what is no field', typed(rest, { items: '__proto__.x' }), 'not a name'],
    [
      'a type off the catalogue',
      { core: { ...sql, dataTypes: { 'bank.loan': sql.dataTypes['bank.transaction'] } } },
      'is not in consent-artefacts/codes/data-types.json',
    ],
    ['a file that is not there', { core: { ...sql, databaseUrlFile: 'gone.url' } }, 'there is no'],
  ])('is refused for %s', async (_, sources, sentence) => {
    expect((await mistakesIn(sources)).join('\n')).toContain(sentence);
  });

  it.each(documented)('may hold what is documented of $kind', async (source) => {
    const names = [
      'core-bank.url',
      'database-ca.pem',
      'holders.csv',
      'bookings-2025.csv',
      'bookings-2026.csv',
      'secret',
    ];
    for (const name of names) await writeFile(join(folder, name), '');
    expect((await read({ bank: source })).size).toBe(1);
  });

  it('is refused where it is none', async () => {
    await expect(readSourcesFile(join(folder, 'nowhere.json'))).rejects.toThrow('cannot be read (ENOENT)');
    await writeFile(join(folder, 'half.json'), '{"sources":');
    await expect(readSourcesFile(join(folder, 'half.json'))).rejects.toThrow('is not JSON');
  });
});
