import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findFreePort, type RunningRole, startRole } from '#platform';
import { createTestDatabase, createTestFolder, type TestDatabase } from '#testing';
import { enrolAll } from '../network/enrol.ts';
import { getMember, type LocalNetwork, type Member, makeFolders, settingsOf } from '../network/member.ts';
import { getRole } from '../node/known-roles.ts';
import { verifyRoleTrail } from './verify-role-trail.ts';

const members: Member[] = [
  { name: 'registry', role: 'trust-registry', id: 'https://registry.example', title: 'Registry' },
  { name: 'saathi', role: 'consent-manager', id: 'https://saathi.example', title: 'Saathi' },
];
let database: TestDatabase;
let network: LocalNetwork;
let client: Client;
const roles = new Map<string, RunningRole>();

const environmentOf = (name: string): Record<string, string> => ({
  ...settingsOf(network, getMember(network, name)),
  ...{ LOG_LEVEL: 'silent', TRAIL_CHECKPOINT_SECONDS: '1', TRAIL_WITNESS_SECONDS: '1' },
});
const verify = (name: string) => verifyRoleTrail({ name, role: getMember(network, name).role }, environmentOf(name));
const copies = async () =>
  (await client.query<{ size: number; token: string }>('SELECT size, token FROM saathi.witnessed_checkpoints')).rows;

/** Where the registry's trail stands, there and with its witness: what is missing is seen. */
async function standing() {
  const { outcome, witnesses } = await verify('registry');
  const count = (from: string) => `(SELECT count(*)::int FROM ${from})`;
  const { rows } = await client.query(
    `SELECT ${count('registry.trail_entries')} AS sealed, ${count('registry.trail_pending')} AS unsealed,
       ${count('registry.trail_checkpoints')} > 0 AS signed, ${count('registry.trail_faults')} AS faults,
       ${count('saathi.witnessed_checkpoints')} > 0 AS kept`,
  );
  return { outcome, witnesses, ...rows[0] };
}
const witnessed = {
  ...{ outcome: 'genuine', witnesses: { asked: 1, answered: 1, silent: [], unread: [] } },
  ...{ unsealed: 0, signed: true, faults: 0, kept: true },
};

beforeAll(async () => {
  const folder = await createTestFolder();
  database = await createTestDatabase();
  const ports = Object.fromEntries(
    await Promise.all(members.map(async ({ name }) => [name, await findFreePort()] as const)),
  );
  network = { folder: folder.path, databaseUrl: database.url, members, ports };
  makeFolders(network);
  for (const { name, role } of members) roles.set(name, await startRole(getRole(role), environmentOf(name)));
  await enrolAll(network);
  client = new Client({ connectionString: database.url });
  await client.connect();
  // What the registry did is witnessed by who it listed.
  await vi.waitFor(async () => expect(await standing()).toEqual({ ...witnessed, sealed: expect.any(Number) }), {
    ...{ timeout: 90_000, interval: 200 },
  });
}, 120_000);
afterAll(async () => {
  for (const role of roles.values()) await role.stop();
  await client?.end();
  await database?.drop();
});

test('a trail is genuine as far as witnesses keep copies of it, and it is said how far', async () => {
  const { outcome, ok, witnessed, entries, witnesses } = await verify('registry');
  expect({ outcome, ok, witnesses }).toEqual({
    outcome: 'genuine',
    ok: true,
    witnesses: { asked: 1, answered: 1, silent: [], unread: [] },
  });
  expect(witnessed).toBeLessThanOrEqual(entries);
});

test('an empty trail that nobody keeps a copy of is vouched for by nobody', async () => {
  await client.query('TRUNCATE saathi.trail_entries, saathi.trail_tiles, saathi.trail_checkpoints');
  await client.query('DELETE FROM saathi.trail_pending');
  expect(await verify('saathi')).toMatchObject({ outcome: 'unwitnessed', ok: false, entries: 0, witnessed: 0 });
});

test('a copy is found behind more than a thousand that prove nothing', async () => {
  await client.query(`INSERT INTO saathi.witnessed_checkpoints
    SELECT 'https://registry.example', 'trust-registry', 1000000 + n, 'r', 'h', 'nonsense', now(), true
    FROM generate_series(1, 1250) AS n`);
  const found = await verify('registry');
  await client.query(`DELETE FROM saathi.witnessed_checkpoints WHERE token = 'nonsense'`);
  expect(found).toMatchObject({ outcome: 'genuine', witnesses: { unread: [] } });
});

test('where more copies are of one size than a page holds, it is said that not all was read', async () => {
  const [{ size, token } = { size: 0, token: '' }] = await copies();
  await client.query(
    `INSERT INTO saathi.witnessed_checkpoints
     SELECT 'https://registry.example', 'trust-registry', $1::bigint, 'a' || lpad(n::text, 4, '0'), 'h', 'nonsense',
       now(), true
     FROM generate_series(1, 100) AS n`,
    [size],
  );
  await client.query(`UPDATE saathi.witnessed_checkpoints SET root = 'z' WHERE token = $1`, [token]);
  const { unread } = (await verify('registry')).witnesses;
  await client.query(`DELETE FROM saathi.witnessed_checkpoints WHERE token = 'nonsense'`);
  expect(unread).toEqual(['https://saathi.example']);
});

test('a copy that its witness calls a contradiction is one, and the range it lies in is named', async () => {
  await client.query('UPDATE saathi.witnessed_checkpoints SET agrees = false');
  const { outcome, ok, firstWrong } = await verify('registry');
  await client.query('UPDATE saathi.witnessed_checkpoints SET agrees = true');
  expect({ outcome, ok }).toEqual({ outcome: 'tampered', ok: false });
  expect(firstWrong).toMatchObject({ index: 0, why: expect.stringContaining('https://saathi.example') });
});

test('where no witness answers nobody vouches for it, though nothing is wrong with it', async () => {
  await roles.get('saathi')?.stop();
  roles.delete('saathi');
  expect(await verify('registry')).toMatchObject({
    ...{ outcome: 'unwitnessed', ok: false, witnessed: 0 },
    witnesses: { asked: 1, answered: 0, silent: ['https://saathi.example'] },
  });
});
