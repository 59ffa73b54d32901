import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type NumberedTrailEntry, trailActs } from '#domain';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { PasskeyUnderTest } from '../spec-support/passkey-under-test.ts';
import { Person } from '../spec-support/person-under-test.ts';

let world: ManagerUnderTest;
let database: Client;

beforeAll(async () => {
  world = await startManager();
  database = new Client({ connectionString: world.databaseUrl });
  await database.connect();
  await database.query('SET search_path = consent_manager');
});

afterAll(async () => {
  await database.end();
  await world.stop();
});

/** Sealed or not, in the order written. */
async function trail(): Promise<NumberedTrailEntry[]> {
  // Ids of one millisecond come in any order.
  const { rows } = await database.query<{ entry: string }>(
    `SELECT entry FROM (
       SELECT 0 AS part, index AS n, entry FROM trail_entries UNION ALL SELECT 1, id, entry FROM trail_pending
     ) AS written ORDER BY part, n`,
  );
  return rows.map(({ entry }) => JSON.parse(entry) as NumberedTrailEntry);
}

it('the trail says what she signs in with, that she did, and that she left, and does not say who she is', async () => {
  const asha = await Person.signIn(world, 'asha');
  const passkey = await PasskeyUnderTest.make(world, asha, 'My own phone');
  const [code] = (await asha.post('/me/recovery-codes')).json.codes;
  const elsewhere = Object.assign(new Person(world, ''), { token: (await passkey.signIn()).json.token });
  await elsewhere.delete('/me/session');
  const recovery = { principal: asha.principal, recoveryCode: code };
  const recovered = Object.assign(new Person(world, ''), {
    token: (await asha.post('/sign-in/recovery', recovery)).json.token,
  });
  const { sessions } = (await recovered.get('/me/sessions')).json;
  const current = sessions.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent).id;
  const first = sessions.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent).id;
  await recovered.delete(`/me/passkeys/${passkey.id}`);

  const entries = await trail();
  const told = entries.map(({ act, about }) => [act, about]);
  const left = told.find(([act]) => act === 'principal.signed-out')?.[1];
  expect(told).toEqual([
    ['principal.signed-in', first],
    ['passkey.made', passkey.id],
    ['recovery-codes.made', undefined],
    ['passkey.used', passkey.id],
    ['principal.signed-in', left],
    ['principal.signed-out', left],
    ['recovery-code.used', undefined],
    ['principal.signed-in', current],
    ['passkey.removed', passkey.id],
    ['principal.signed-out', first],
  ]);
  expect(new Set(entries.map(({ principal }) => principal)).size).toBe(1);
  expect(JSON.stringify(entries)).not.toMatch(/asha|My own phone/);
  expect(entries.filter(({ act }) => !(trailActs[act] as readonly string[]).includes('consent-manager'))).toEqual([]);
});

it('what was refused leaves no such word', async () => {
  const ravi = await Person.signIn(world, 'ravi');
  const passkey = await PasskeyUnderTest.make(world, ravi);
  const before = (await trail()).length;
  await passkey.signIn({}, { origin: 'https://evil.example' });
  await ravi.post('/sign-in/recovery', { principal: ravi.principal, recoveryCode: 'AAAA-AAAA-AAAA-AAAA' });
  await ravi.delete('/me/sessions/019a9b00-0000-7000-8000-000000000302');
  expect(await trail()).toHaveLength(before);
});
