import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NumberedTrailEntry } from '#domain';
import { Database, findFreePort, type RunningRole, sql, startRole } from '#platform';
import { createTestDatabase, createTestFolder, HandSetClock, OperatorClient, type TestDatabase } from '#testing';
import { TrustListsService } from '../trust-lists/trust-lists.service.ts';
import { trustRegistryRole } from '../trust-registry.role.ts';

const clock = new HandSetClock();
const bank = 'https://bank.example';
let place: TestDatabase;
let folder: Awaited<ReturnType<typeof createTestFolder>>;
let registry: RunningRole;
let admin: OperatorClient;
let operator: OperatorClient;

beforeAll(async () => {
  place = await createTestDatabase();
  folder = await createTestFolder();
  const env = {
    PARTICIPANT_ID: 'https://registry.example',
    PARTICIPANT_NAME: 'The registry',
    PORT: '0',
    PUBLIC_URL: 'https://registry.example',
    DATABASE_URL: place.url,
    KEYS_FOLDER: join(folder.path, 'keys'),
    API_KEY_FILE: join(folder.path, 'api-key'),
    TRUST_ROOTS_FILE: join(folder.path, 'trust-roots.jwks.json'),
    NETWORK_IS_LOCAL: 'true',
    LOG_FILE: join(folder.path, 'registry.log'),
  };
  registry = await startRole(trustRegistryRole, env, { clock });
  const save = sql(
    'enrol-for-spec',
    `INSERT INTO participants (id, name, roles, endpoints, data_types, status, described_at, changed_at)
     SELECT $1 || n, 'Bank ' || n, '{data-provider}', '{}', '{}', 'active', now(), now() FROM generate_series(1, 3) n`,
  );
  const witnessed = sql(
    'witness-for-spec',
    `INSERT INTO witnessed_checkpoints (issuer, role, size, root, head, token, received_at, agrees)
     SELECT $1 || '1', 'data-provider', size, 'r', 'h', 't', '2026-06-01T12:00:00Z', true
     FROM unnest('{10,25}'::int[]) AS size`,
  );
  const database = registry.app.get(Database, { strict: false });
  await database.read(save, [bank]);
  await database.read(witnessed, [bank]);
  const listAt = sql(
    'list-at-for-spec',
    `UPDATE participants SET endpoints = jsonb_build_object('data-provider', $2::text) WHERE id = $1`,
  );
  await database.read(listAt, [`${bank}2`, registry.url]);
  await database.read(listAt, [`${bank}3`, `http://127.0.0.1:${await findFreePort()}`]);
  await registry.app.get(TrustListsService).renew();
  admin = await OperatorClient.join(registry, 'Ada', 'admin');
  operator = await OperatorClient.join(registry, 'Otto', 'operator');
});
afterAll(async () => {
  await registry.stop();
  await place.drop();
  await folder.remove();
});

describe('an operator of a registry', () => {
  it('has a session that only an encrypted connection carries where the registry has one', async () => {
    expect((await admin.signIn()).headers.get('set-cookie')).toMatch(
      /^__Host-assent-trust-registry-operator=.*; Secure/,
    );
  });

  it('sees how fresh the trust list is', async () => {
    const { trustList } = (await operator.get('/operator/trust-list')).json;
    expect(trustList).toMatchObject({ state: 'FRESH', sequence: expect.any(Number), isListed: expect.any(Boolean) });
    clock.advance(3601);
    expect((await operator.get('/operator/trust-list')).json.trustList.state).toBe('STALE');
    expect((await operator.get('/operator/overview')).json).toMatchObject({ role: 'trust-registry', events: null });
  });

  it('sees who is in the network, page by page', async () => {
    const ids: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const after: string = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
      const page = (await operator.get(`/operator/participants?limit=2${after}`)).json;
      ids.push(...page.participants.map(({ id }: { id: string }) => id));
      next = page.next;
    }
    expect(ids.filter((id) => id.startsWith(bank))).toEqual([`${bank}1`, `${bank}2`, `${bank}3`]);
  });

  it('sees how much each participant does, by the checkpoints that are witnessed here', async () => {
    const { trails } = (await operator.get('/operator/flow')).json;
    const of = (id: string) => trails.find(({ participant }: { participant: string }) => participant === id);
    expect(of(`${bank}1`)).toMatchObject({ role: 'data-provider', size: 25, earlierSize: 10, agrees: true });
    expect(of(`${bank}2`)).toMatchObject({ size: null, receivedAt: null, agrees: null });
    // The second is listed at an address where this registry itself answers, the third where nobody is.
    expect(of(`${bank}1`)).toMatchObject({ answers: null, answeredInMilliseconds: null });
    expect(of(`${bank}2`)).toMatchObject({ answers: true, answeredInMilliseconds: expect.any(Number) });
    expect(of(`${bank}3`)).toMatchObject({ answers: false, answeredInMilliseconds: null });
    const first = (await operator.get('/operator/flow?limit=1')).json;
    expect([first.trails.length, first.next]).toEqual([1, `${bank}1`]);
  });

  it('sees that a chain contradicted itself also after later checkpoints agree with one another', async () => {
    const database = registry.app.get(Database, { strict: false });
    const contradict = sql(
      'contradict-for-spec',
      `INSERT INTO witnessed_checkpoints (issuer, role, size, root, head, token, received_at, agrees)
       SELECT $1 || '3', 'data-provider', size, 'r', 'h', 't', '2026-06-01T12:00:00Z', size <> 12
       FROM unnest('{10,12,25}'::int[]) AS size`,
    );
    await database.read(contradict, [bank]);
    const { trails } = (await operator.get('/operator/flow')).json;
    const of = (id: string) => trails.find(({ participant }: { participant: string }) => participant === id);
    expect(of(`${bank}3`)).toMatchObject({ size: 25, agrees: false });
    expect(of(`${bank}1`)).toMatchObject({ agrees: true });
  });

  it('suspends and reinstates a participant as an admin, whom the audit trail names', async () => {
    const path = `/operator/participants/${encodeURIComponent(`${bank}1`)}`;
    expect((await operator.post(`${path}/suspend`)).json.code).toBe('operator-right-missing');
    expect((await admin.post(`${path}/suspend`)).json).toMatchObject({ status: 'suspended' });
    expect((await admin.post(`${path}/reinstate`)).json).toMatchObject({ status: 'active' });
    expect((await admin.post(`${path}/promote`)).status).toBe(404);
    const all = sql('all-trail-entries', 'SELECT entry FROM trail_entries UNION ALL SELECT entry FROM trail_pending');
    const entries = await registry.app.get(Database, { strict: false }).read<{ entry: string }>(all);
    const changed = entries
      .map(({ entry }) => JSON.parse(entry) as NumberedTrailEntry)
      .filter(({ act }) => act === 'participant.changed');
    expect(changed).toMatchObject([
      { counterpart: `${bank}1`, operator: admin.id },
      { counterpart: `${bank}1`, operator: admin.id },
    ]);
  });
});
