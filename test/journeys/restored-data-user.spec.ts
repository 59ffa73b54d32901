import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createTestDatabase, createTestFolder, type TestDatabase } from '#testing';
import type { DataUserClient } from '../../apps/network-node/clients/data-user-client.ts';
import { ProblemAnswer } from '../../apps/network-node/clients/json-client.ts';
import type { PersonClient } from '../../apps/network-node/clients/person-client.ts';
import { enrolAll, waitUntilReady } from '../../apps/network-node/network/enrol.ts';
import { findPorts, firstPortOfRun } from '../../apps/network-node/network/free-ports.ts';
import {
  getMember,
  type LocalNetwork,
  type Member,
  makeFolders,
  settingsOf,
} from '../../apps/network-node/network/member.ts';
import { type RoleProcess, startRoleProcess } from '../../apps/network-node/network/role-process.ts';
import { dataUser, grant, signInAndLink } from '../support/grant.ts';
import { runJson } from '../support/run-command.ts';
import { asha } from '../support/test-network.ts';

/** What docs/operations.md says of a data user that comes back older: consent managers tell it anew. */
describe('a backup of the data user', () => {
  let folder: Awaited<ReturnType<typeof createTestFolder>>;
  let others: TestDatabase;
  let own: TestDatabase;
  let network: LocalNetwork;
  const processes = new Map<string, RoleProcess>();
  let person: PersonClient;
  let lender: DataUserClient;
  const clock = { now: () => new Date().toISOString() };

  const start = (name: string, settings: Record<string, string> = {}) => {
    const member = getMember(network, name);
    const all = { ...member.settings, LOG_LEVEL: 'warn', ...settings };
    processes.set(name, startRoleProcess(network, { ...member, settings: all }, process.env));
  };
  const startLender = async (url: string) => {
    start('lender', { DATABASE_URL: url });
    await waitUntilReady(network);
  };

  beforeAll(async () => {
    [folder, others, own] = await Promise.all([createTestFolder(), createTestDatabase(), createTestDatabase()]);
    const contacts = join(folder.path, 'contacts.json');
    await writeFile(contacts, JSON.stringify({ 'customer-1': { email: asha.value } }), { mode: 0o600 });
    const statements = { RECORD_SOURCE: 'generated-statements', STATEMENTS_SEED: 'any', CONTACTS_FILE: contacts };
    const members: Member[] = [
      { name: 'registry', role: 'trust-registry', id: 'https://registry.example', title: 'Registry' },
      { name: 'saathi', role: 'consent-manager', id: 'https://saathi.example', title: 'Saathi' },
      { name: 'bank', role: 'data-provider-adapter', id: 'https://bank.example', title: 'Bank', settings: statements },
      { name: 'lender', role: 'data-user-gateway', id: 'https://lender.example', title: 'Lender' },
    ];
    const ports = await findPorts(
      members.map(({ name }) => name),
      await firstPortOfRun(),
    );
    network = { folder: folder.path, databaseUrl: others.url, members, ports };
    makeFolders(network);
    for (const name of ['registry', 'saathi', 'bank']) start(name);
    start('lender', { DATABASE_URL: own.url });
    await enrolAll(network, 60_000);
    person = await signInAndLink({ network }, asha);
    lender = dataUser({ network });
  }, 120_000);

  afterAll(async () => {
    await person?.close();
    await lender?.close();
    await Promise.all([...processes.values()].map((each) => each.stop()));
    await Promise.all([own.drop(), others.drop()]);
    await folder.remove();
  });

  /** A copy of the whole database, as a dump that was restored is one. */
  const copyDatabase = async (): Promise<TestDatabase> => {
    const copy = await createTestDatabase();
    const [name, from] = [copy, own].map(({ url }) => new URL(url).pathname.slice(1));
    const server = new Client({ connectionString: inject('postgresUrl') });
    await server.connect();
    try {
      await server.query(`DROP DATABASE ${name}`);
      await server.query(`CREATE DATABASE ${name} TEMPLATE ${from}`);
    } finally {
      await server.end();
    }
    return copy;
  };

  const readRecords = async (consentId: string): Promise<number | string> => {
    let records = 0;
    try {
      for await (const _record of lender.records(consentId)) records += 1;
    } catch (error) {
      return error instanceof ProblemAnswer ? error.code : String(error);
    }
    return records;
  };

  /** As the operator of the consent manager does, by the statement and the command of the document. */
  const tellAnew = async (since: string) => {
    const books = new Client({ connectionString: others.url });
    await books.connect();
    try {
      const { rows } = await books.query<{ id: string }>(
        'SELECT id FROM saathi.outbox_events WHERE receiver = $1 AND created_at > $2',
        [getMember(network, 'lender').id, since],
      );
      const ids = rows.map(({ id }) => id);
      const settings = { ...settingsOf(network, getMember(network, 'saathi')), ROLES: 'consent-manager' };
      const { answer } = await runJson(join(folder.path, 'home'), ['events', 'replay', ...ids], settings);
      expect(answer).toMatchObject({ ok: true });
    } finally {
      await books.end();
    }
  };

  test('brings back what it had erased since, until consent managers tell it anew what ended', async () => {
    const { principal } = await person.me();
    const terms = { eraseOnRevocation: true };
    const kept = await grant({ network, clock }, person, lender, principal, { terms });
    const ended = await grant({ network, clock }, person, lender, principal, { terms });
    for (const { consentId } of [kept, ended]) await lender.fetched((await lender.fetch({ consentId })).id, 30);
    const received = await readRecords(ended.consentId);
    expect(received).toBeGreaterThan(0);

    await processes.get('lender')?.stop();
    const since = clock.now();
    const backup = await copyDatabase();
    try {
      await startLender(own.url);
      await person.revoke(ended.id);
      await expect.poll(() => readRecords(ended.consentId), { timeout: 30_000 }).toBe('data-erased');

      await processes.get('lender')?.stop();
      await startLender(backup.url);
      expect(await readRecords(ended.consentId)).toBe(received);

      await tellAnew(since);
      await expect.poll(() => readRecords(ended.consentId), { timeout: 30_000 }).toBe('data-erased');
      expect(await readRecords(kept.consentId)).toBe(received);
    } finally {
      await processes.get('lender')?.stop();
      await backup.drop();
    }
  }, 240_000);
});
