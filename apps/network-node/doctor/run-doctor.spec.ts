import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSeconds, toInstant } from '#domain';
import { findFreePort, RecordSchemas, type RunningRole, startRole } from '#platform';
import { createTestDatabase, createTestFolder, HandSetClock, type TestDatabase } from '#testing';
import { enrolAll } from '../network/enrol.ts';
import { folderOf, getMember, type LocalNetwork, type Member, makeFolders, settingsOf } from '../network/member.ts';
import { getRole } from '../node/known-roles.ts';
import type { Finding } from './finding.ts';
import { runDoctor } from './run-doctor.ts';

const members: Member[] = [
  { name: 'registry', role: 'trust-registry', id: 'https://registry.example', title: 'Registry' },
  { name: 'saathi', role: 'consent-manager', id: 'https://saathi.example', title: 'Saathi' },
  { name: 'lender', role: 'data-user-gateway', id: 'https://lender.example', title: 'Lender' },
];

describe('the doctor', () => {
  let database: TestDatabase;
  let network: LocalNetwork;
  let roles: Map<string, RunningRole>;
  const environmentOf = (name: string): Record<string, string> => ({
    ...settingsOf(network, getMember(network, name)),
    LOG_LEVEL: 'silent',
  });

  beforeAll(async () => {
    const folder = await createTestFolder();
    database = await createTestDatabase();
    const ports = Object.fromEntries(
      await Promise.all(members.map(async ({ name }) => [name, await findFreePort()] as const)),
    );
    network = { folder: folder.path, databaseUrl: database.url, members, ports };
    makeFolders(network);
    const started = members.map(
      async ({ name, role }) => [name, await startRole(getRole(role), environmentOf(name))] as const,
    );
    roles = new Map(await Promise.all(started));
    await enrolAll(network);
  });

  afterAll(async () => {
    for (const role of roles.values()) await role.stop();
    await database.drop();
  });

  /** The manager's findings, with some settings changed. */
  const examine = async (changes: Record<string, string> = {}, ahead = 0): Promise<readonly Finding[]> => {
    const clock = new HandSetClock(addSeconds(toInstant(Date.now()), ahead));
    const environment = { ...environmentOf('saathi'), ROLES: 'consent-manager', ...changes };
    const [manager] = await runDoctor(environment, clock);
    return manager?.findings ?? [];
  };
  const faultsOf = (findings: readonly Finding[]) => findings.filter(({ level }) => level !== 'good');
  const codesOf = (findings: readonly Finding[]) => faultsOf(findings).map(({ code }) => code);

  test('finds nothing where all is well, in any role', async () => {
    for (const { name, role } of members) {
      const [found] = await runDoctor({ ...environmentOf(name), ROLES: role });
      expect(faultsOf(found?.findings ?? [])).toEqual([]);
      expect(found?.findings.map(({ code }) => code)).toContain('migrations');
    }
  });

  test('names all wrong settings at once, and still looks at the rest', async () => {
    const findings = await examine({ PORT: 'http', RUN: 'mail', MESSENGER: 'smtp' });
    const messages = faultsOf(findings).map(({ code, message }) => `${code} ${message.split(' ')[0]}`);
    expect(messages.sort()).toEqual(
      ['PORT', 'RUN', 'SMTP_URL', 'SMTP_FROM'].map((name) => `setting-wrong ${name}`).sort(),
    );
    expect(findings).toContainEqual(expect.objectContaining({ code: 'database', level: 'good' }));
  });

  test('tells a database that is away from one that keeps us out, and says neither password nor user', async () => {
    const away = new URL(database.url);
    away.port = String(await findFreePort());
    const [gone] = faultsOf(await examine({ DATABASE_URL: away.href }));
    expect(gone).toMatchObject({ code: 'database-unreachable', message: expect.stringContaining('ECONNREFUSED') });
    const stranger = new URL(database.url);
    stranger.password = 'not-the-password';
    const [refused] = faultsOf(await examine({ DATABASE_URL: stranger.href }));
    expect(refused).toMatchObject({ code: 'database-unreachable', mend: expect.stringContaining('password') });
    expect(JSON.stringify([gone, refused])).not.toContain('not-the-password');
    expect(JSON.stringify([gone, refused])).not.toContain(stranger.username);
  });

  test('names migrations that the next start would run', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    try {
      const { rows } = await client.query('DELETE FROM saathi.schema_migrations WHERE id = 1 RETURNING *');
      const [pending] = faultsOf(await examine());
      expect(pending).toMatchObject({ code: 'migrations-pending', message: expect.stringContaining(rows[0].name) });
      await client.query('INSERT INTO saathi.schema_migrations (id, timestamp, name) VALUES ($1, $2, $3)', [
        rows[0].id,
        rows[0].timestamp,
        rows[0].name,
      ]);
    } finally {
      await client.end();
    }
    expect(codesOf(await examine({ DATABASE_SCHEMA: 'nobody_yet' }))).toEqual(['schema-missing']);
  });

  test('says what is wrong with the audit trail, and when nobody keeps one', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    try {
      await client.query(`INSERT INTO saathi.trail_faults VALUES ('broken', 'entries are gone', now())`);
      const [broken] = faultsOf(await examine());
      expect(broken).toMatchObject({
        code: 'audit-trail-broken',
        mend: expect.stringContaining('assent verify trail'),
      });
      await client.query(`UPDATE saathi.trail_faults SET acknowledged_at = now(), acknowledged_by = 'ops'`);
      expect(faultsOf(await examine())).toEqual([]);
      await client.query('DELETE FROM saathi.trail_faults');
    } finally {
      await client.end();
    }
    const [off] = faultsOf(await examine({ AUDIT_TRAIL: 'off', NETWORK_IS_LOCAL: 'false' }));
    expect(off).toMatchObject({ code: 'setting-wrong', message: expect.stringContaining('AUDIT_TRAIL') });
  });

  test('sees entries that nobody seals, checkpoints that nobody was handed, and who says otherwise', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const only = async (code: string) => faultsOf(await examine()).filter((finding) => finding.code === code);
    const hourAgo = toInstant(Date.now() - 3_600_000);
    try {
      // While somebody holds its lock the role neither seals nor signs nor hands over.
      await client.query("SELECT pg_advisory_lock(hashtextextended('assent audit trail saathi', 0))");
      await client.query(`INSERT INTO saathi.trail_pending (entry, mac) VALUES ('nonsense', ''), ($1, '')`, [
        JSON.stringify({ at: hourAgo }),
      ]);
      const [stalled] = await only('audit-trail-stalled');
      expect(stalled).toMatchObject({ level: 'problem', message: expect.stringMatching(/waited for 36\d\d s/) });
      await client.query('DELETE FROM saathi.trail_pending');
      await client.query(`INSERT INTO saathi.trail_checkpoints VALUES (1000000, 'token', $1)`, [hourAgo]);
      const [late] = await only('audit-trail-unwitnessed');
      expect(late).toMatchObject({ level: 'warning', message: expect.stringContaining('no witness') });
      await client.query(
        `INSERT INTO saathi.trail_witnesses VALUES ('https://a.example', 1, 1000000, 't'), ('https://b.example', 1, 9e15, 't')`,
      );
      expect(codesOf(await examine())).toEqual(['audit-trail-witnesses']);
    } finally {
      await client.query(`DELETE FROM saathi.trail_witnesses WHERE participant LIKE 'https://_.example'`);
      await client.query('DELETE FROM saathi.trail_checkpoints WHERE size = 1000000');
      await client.end();
    }
    expect(codesOf(await examine())).toEqual([]);
  });

  test.each([
    [300, 'ahead of'],
    [-300, 'behind'],
  ])('sees that the clock is off by %i s', async (seconds, words) => {
    const clock = faultsOf(await examine({}, seconds)).find(({ code }) => code === 'clock-off');
    expect(clock?.message).toContain(`300 s ${words}`);
    expect(clock?.message).toContain('the database');
  });

  test('names a key file that others may read, and a folder that others may enter', async () => {
    const keys = join(folderOf(network, 'saathi'), 'keys');
    const [file = ''] = await readdir(keys);
    await chmod(join(keys, file), 0o644);
    await chmod(keys, 0o755);
    const faults = faultsOf(await examine());
    await chmod(join(keys, file), 0o600);
    await chmod(keys, 0o700);
    expect(faults.map(({ code }) => code)).toEqual(['file-open-to-others', 'file-open-to-others']);
    expect(faults.map(({ mend }) => mend?.split(';')[0])).toEqual([
      `chmod 0700 ${keys}`,
      `chmod 0600 ${join(keys, file)}`,
    ]);
  });

  test('names a file of a secret that others may read', async () => {
    const file = join(network.folder, 'database-url');
    await writeFile(file, database.url, { mode: 0o644 });
    const { DATABASE_URL: _url, ...rest } = environmentOf('saathi');
    const [manager] = await runDoctor({ ...rest, DATABASE_URL_FILE: file, ROLES: 'consent-manager' });
    expect(codesOf(manager?.findings ?? [])).toEqual(['file-open-to-others']);
  });

  test('warns of a trust list near its end that nobody renews, and of one that has ended', async () => {
    const nobody = { TRUST_LIST_URL: `http://127.0.0.1:${await findFreePort()}/trust-list` };
    const sixDays = 6 * 86_400;
    expect(codesOf(await examine(nobody))).toEqual(['trust-registry-unreachable']);
    const near = codesOf(await examine(nobody, sixDays));
    expect(near).toContain('trust-registry-unreachable');
    expect(near).toContain('trust-list-near-its-end');
    expect(codesOf(await examine(nobody, 2 * sixDays))).toContain('trust-list-expired');
  });

  test('refuses a trust list that is signed by others than the roots', async () => {
    const roots = join(network.folder, 'other-roots.json');
    const x = Buffer.alloc(32, 1).toString('base64url');
    await writeFile(
      roots,
      JSON.stringify({ keys: [{ kty: 'EC', crv: 'P-256', x, y: x, operator: 'https://else.example' }] }),
    );
    const faults = faultsOf(await examine({ TRUST_ROOTS_FILE: roots }));
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['trust-list-refused']));
    expect(codesOf(await examine({ TRUST_ROOTS_FILE: join(network.folder, 'nothing') }))).toEqual([
      'trust-roots-missing',
    ]);
  });

  test('says that a participant is not enrolled', async () => {
    expect(codesOf(await examine({ PARTICIPANT_ID: 'https://stranger.example' }))).toContain('not-listed');
  });

  test('names Redis and a mail server that do not answer', async () => {
    const port = await findFreePort();
    expect(codesOf(await examine({ REDIS_URL: `redis://127.0.0.1:${port}` }))).toEqual(['redis-unreachable']);
    const mail = { MESSENGER: 'smtp', SMTP_URL: `smtp://127.0.0.1:${port}`, SMTP_FROM: 'codes@saathi.example' };
    expect(codesOf(await examine(mail))).toEqual(['mail-unreachable']);
  });

  /** A data provider that was never started: of what is found, that which has to do with its sources. */
  const examineProvider = async (changes: Record<string, string>): Promise<string[]> => {
    const keys = { KEYS_FOLDER: join(network.folder, 'provider-keys'), OUTBOX_FOLDER: network.folder };
    const { TRUST_LIST_URL: _url, ...rest } = environmentOf('saathi');
    const environment = { ...rest, ...keys, DATABASE_SCHEMA: 'bank', ROLES: 'data-provider-adapter', ...changes };
    const [provider] = await runDoctor(environment);
    const faults = faultsOf(provider?.findings ?? []).filter(({ code }) => /^(record-source|file-|setting)/.test(code));
    for (const { mend } of faults) expect(mend).toBeTruthy();
    return faults.map(({ code, message }) => `${code} ${message}`);
  };

  /** A file of sources with one source `ledger` in it, beside files of secrets. */
  const describeSource = async (source: object, secret = 'postgresql://x', mode = 0o600): Promise<string> => {
    const folder = await mkdtemp(join(network.folder, 'sources-'));
    await writeFile(join(folder, 'secret'), secret);
    await chmod(join(folder, 'secret'), mode);
    await writeFile(join(folder, 'contacts.json'), '{"c-1":{"email":"asha@mail.example"}}');
    await writeFile(join(folder, 'sources.json'), JSON.stringify({ sources: { ledger: source } }));
    return join(folder, 'sources.json');
  };
  const accounts = { contactsFile: 'contacts.json' };
  const transactions = (more: object) => ({
    'bank.transaction': { schema: RecordSchemas.load().catalogue.get('bank.transaction')?.schema, ...more },
  });
  const ledger = (dataTypes: object = transactions({ query: 'SELECT $1::text AS account, 1 AS amount' })) => ({
    kind: 'sql',
    databaseUrlFile: 'secret',
    accounts,
    dataTypes,
  });
  const service = (port: number, token: object = { bearerFile: 'secret' }) => ({
    kind: 'rest',
    baseUrl: `http://127.0.0.1:${port}`,
    token,
    accounts,
    dataTypes: transactions({ path: '/accounts/{key}', owner: 'account' }),
  });

  test.each<[string, (port: number) => Promise<Record<string, string>>, RegExp[]]>([
    [
      'a file of sources that is not there',
      async () => ({ RECORD_SOURCES_FILE: '/none/such' }),
      [/file-wrong.*ENOENT/],
    ],
    [
      'a file of sources with mistakes, all of them',
      async () => ({ RECORD_SOURCES_FILE: await describeSource({ ...ledger({}), rows: 1, connections: 0 }) }),
      [/file-wrong.*connections.*rows/],
    ],
    [
      'a database that is away, and the file of its password open to others',
      async (port) => ({
        RECORD_SOURCES_FILE: await describeSource(ledger(), `postgresql://a:b@127.0.0.1:${port}/c`, 0o644),
      }),
      [/^file-open-to-others .*secret/, /^record-source-unreachable ledger: .*unreachable/],
    ],
    [
      'a database role that may write',
      async () => ({ RECORD_SOURCES_FILE: await describeSource(ledger(), database.url) }),
      [/^record-source-wrong ledger: .*may write/],
    ],
    [
      'a table whose columns are others',
      async () => {
        const type = transactions({ files: ['contacts.json'], accountColumn: 'holder' });
        return { RECORD_SOURCES_FILE: await describeSource({ kind: 'csv', accounts, dataTypes: type }) };
      },
      [/^record-source-wrong ledger: .*there is no column holder/],
    ],
    [
      'a service that is away',
      async (port) => ({ RECORD_SOURCES_FILE: await describeSource(service(port)) }),
      [/^record-source-unreachable ledger does not answer/],
    ],
    [
      'a token that cannot be had, and its secret open to others',
      async (port) => {
        const token = { tokenUrl: `http://127.0.0.1:${port}/token`, clientId: 'bank', clientSecretFile: 'secret' };
        return { RECORD_SOURCES_FILE: await describeSource(service(port, token), 'secret', 0o640) };
      },
      [/^file-open-to-others .*secret/, /^record-source-refuses ledger .*token/],
    ],
    [
      'a FHIR server that is away',
      async (port) => ({ RECORD_SOURCE: 'fhir-rest', FHIR_URL: `http://127.0.0.1:${port}/r4` }),
      [/^record-source-unreachable the FHIR server/],
    ],
    [
      'a folder of FHIR that is not there',
      async () => ({ RECORD_SOURCE: 'fhir-ndjson', FHIR_FOLDER: '/none/such' }),
      [/^record-source-wrong \/none\/such/],
    ],
    [
      'contacts that are none',
      async () => ({ RECORD_SOURCE: 'generated-statements', STATEMENTS_SEED: 'any', CONTACTS_FILE: '/none/such' }),
      [/^record-source-wrong \/none\/such/],
    ],
  ])('names, of a data provider, %s', async (_, change, expected) => {
    const found = await examineProvider({ RECORD_SOURCE: 'described', ...(await change(await findFreePort())) });
    expect(found).toEqual(expected.map((each) => expect.stringMatching(each)));
  });

  test('finds nothing wrong with a source that is there', async () => {
    const server = createServer((_call, answer) => answer.writeHead(404).end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { port } = server.address() as AddressInfo;
      expect(
        await examineProvider({ RECORD_SOURCE: 'described', RECORD_SOURCES_FILE: await describeSource(service(port)) }),
      ).toEqual([]);
    } finally {
      server.close();
    }
  });

  test('names, of a data user, a folder for records that others may enter, and one that is a file', async () => {
    const examineUser = async (folder: string) => {
      const [user] = await runDoctor({
        ...environmentOf('lender'),
        ROLES: 'data-user-gateway',
        HAND_OVER_FOLDER: folder,
      });
      return faultsOf(user?.findings ?? []);
    };
    const folder = await mkdtemp(join(network.folder, 'records-'));
    expect(await examineUser(folder)).toEqual([]);
    expect(await examineUser(join(folder, 'made-later'))).toEqual([]);
    await chmod(folder, 0o755);
    expect(await examineUser(folder)).toEqual([
      expect.objectContaining({ code: 'file-open-to-others', mend: expect.stringContaining(`chmod 0700 ${folder}`) }),
    ]);
    const file = join(network.folder, 'no-folder');
    await writeFile(file, '', { mode: 0o600 });
    expect(await examineUser(file)).toEqual([
      expect.objectContaining({ code: 'hand-over-folder-unusable', mend: expect.stringContaining('HAND_OVER_FOLDER') }),
    ]);
  });

  test('names a counterpart that does not answer, and every fault where there are many', async () => {
    await roles.get('lender')?.stop();
    const faults = faultsOf(await examine());
    expect(faults).toEqual([expect.objectContaining({ code: 'counterpart-silent' })]);
    expect(faults[0]?.message).toContain('https://lender.example');

    const keys = await mkdir(join(network.folder, 'open-keys'), { mode: 0o755, recursive: true });
    await chmod(keys ?? '', 0o755);
    const away = new URL(database.url);
    away.port = String(await findFreePort());
    const many = { PORT: 'http', DATABASE_URL: away.href, KEYS_FOLDER: join(network.folder, 'open-keys') };
    expect(codesOf(await examine(many, 300)).sort()).toEqual(
      ['setting-wrong', 'database-unreachable', 'file-open-to-others', 'counterpart-silent', 'clock-off'].sort(),
    );
  });
});
