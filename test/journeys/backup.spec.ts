import { cp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#embedded-postgres';
import { createTestDatabase, createTestFolder, type TestDatabase } from '#testing';
import type { DataUserClient } from '../../apps/network-node/clients/data-user-client.ts';
import { ProblemAnswer } from '../../apps/network-node/clients/json-client.ts';
import type { PersonClient } from '../../apps/network-node/clients/person-client.ts';
import { enrolAll, waitUntilReady } from '../../apps/network-node/network/enrol.ts';
import { findPorts, firstPortOfRun } from '../../apps/network-node/network/free-ports.ts';
import {
  folderOf,
  getMember,
  type LocalNetwork,
  type Member,
  makeFolders,
  urlOf,
} from '../../apps/network-node/network/member.ts';
import { type RoleProcess, startRoleProcess } from '../../apps/network-node/network/role-process.ts';
import { dataUser, grant, signInAndLink } from '../support/grant.ts';
import { asha } from '../support/test-network.ts';

const often = { TRAIL_CHECKPOINT_SECONDS: '1', TRAIL_WITNESS_SECONDS: '1' };

/** What docs/operations.md says under Backup: stop, copy the database and the keys; later, put both back. */
describe('a backup of the consent manager', () => {
  let folder: Awaited<ReturnType<typeof createTestFolder>>;
  let others: TestDatabase;
  let own: EmbeddedPostgres;
  let network: LocalNetwork;
  const processes = new Map<string, RoleProcess>();
  let person: PersonClient;
  let lender: DataUserClient;

  const ownDatabase = () => join(folder.path, 'saathi-postgres');
  const backup = () => join(folder.path, 'backup');
  const clock = { now: () => new Date().toISOString() };

  const startManager = async () => {
    own = await startEmbeddedPostgres(ownDatabase());
    const settings = { ...often, DATABASE_URL: own.url, LOG_LEVEL: 'warn' };
    processes.set('saathi', startRoleProcess(network, { ...getMember(network, 'saathi'), settings }, process.env));
    await waitUntilReady(network);
  };

  const stopManager = async () => {
    await processes.get('saathi')?.stop();
    await own.stop();
  };

  beforeAll(async () => {
    folder = await createTestFolder();
    others = await createTestDatabase();
    const contacts = join(folder.path, 'contacts.json');
    await writeFile(contacts, JSON.stringify({ 'customer-1': { email: asha.value } }), { mode: 0o600 });
    const statements = {
      ...often,
      RECORD_SOURCE: 'generated-statements',
      STATEMENTS_SEED: 'any',
      CONTACTS_FILE: contacts,
    };
    const members: Member[] = [
      { name: 'registry', role: 'trust-registry', id: 'https://registry.example', title: 'Registry', settings: often },
      { name: 'saathi', role: 'consent-manager', id: 'https://saathi.example', title: 'Saathi' },
      { name: 'bank', role: 'data-provider-adapter', id: 'https://bank.example', title: 'Bank', settings: statements },
      { name: 'lender', role: 'data-user-gateway', id: 'https://lender.example', title: 'Lender', settings: often },
    ];
    const ports = await findPorts(
      members.map(({ name }) => name),
      await firstPortOfRun(),
    );
    network = { folder: folder.path, databaseUrl: others.url, members, ports };
    makeFolders(network);
    for (const member of members.filter(({ name }) => name !== 'saathi')) {
      processes.set(member.name, startRoleProcess(network, member, process.env));
    }
    own = await startEmbeddedPostgres(ownDatabase());
    const settings = { ...often, DATABASE_URL: own.url, LOG_LEVEL: 'warn' };
    processes.set('saathi', startRoleProcess(network, { ...getMember(network, 'saathi'), settings }, process.env));
    await enrolAll(network, 60_000);
    person = await signInAndLink({ network }, asha);
    lender = dataUser({ network });
  }, 120_000);

  afterAll(async () => {
    await person?.close();
    await lender?.close();
    await Promise.all([...processes.values()].map((each) => each.stop()));
    await own.stop();
    await others.drop();
    await folder.remove();
  });

  /** Of the manager's trail: what its witnesses keep. */
  const witnessed = async (name: string): Promise<{ size: number; agrees: boolean; linked: boolean }[]> => {
    const query = `issuer=${encodeURIComponent('https://saathi.example')}&role=consent-manager`;
    const answer = await fetch(`${urlOf(network, name)}/audit-trail/witnessed?${query}`);
    return ((await answer.json()) as { checkpoints: { size: number; agrees: boolean; linked: boolean }[] }).checkpoints;
  };
  const witnesses = ['registry', 'bank', 'lender'];
  /** At least as many as the backup holds, sealed or not. */
  const countEntries = async (): Promise<number> => {
    const client = new Client({ connectionString: own.url });
    await client.connect();
    const { rows } = await client.query<{ entries: number }>(
      `SELECT ((SELECT count(*) FROM saathi.trail_entries) + (SELECT count(*) FROM saathi.trail_pending))::int AS entries`,
    );
    await client.end();
    return rows[0]?.entries ?? 0;
  };
  const newestOf = async (name: string) => Math.max(0, ...(await witnessed(name)).map(({ size }) => size));
  const allAgree = async (name: string) => (await witnessed(name)).every(({ agrees }) => agrees);

  const fetchRecords = async (consentId: string): Promise<number | string> => {
    try {
      const { id } = await lender.fetch({ consentId });
      const { refusal } = await lender.fetched(id, 30);
      if (refusal !== undefined) return refusal.code;
    } catch (error) {
      return error instanceof ProblemAnswer ? error.code : String(error);
    }
    let records = 0;
    for await (const _record of lender.records(consentId)) records += 1;
    return records;
  };

  test('brings back who she is, what she allowed and what it can sign, and lets nothing pass that ended since', async () => {
    const { principal } = await person.me();
    const place = { network, clock };
    const kept = await grant(place, person, lender, principal);
    const ended = await grant(place, person, lender, principal);
    expect(await fetchRecords(kept.consentId)).toBeGreaterThan(0);

    await stopManager();
    await cp(ownDatabase(), join(backup(), 'postgres'), { recursive: true });
    await cp(folderOf(network, 'saathi'), join(backup(), 'saathi'), { recursive: true });
    await startManager();

    const backedUp = await countEntries();
    await person.revoke(ended.id);
    const since = await grant(place, person, lender, principal);
    await expect.poll(() => fetchRecords(ended.consentId), { timeout: 20_000 }).toBe('consent-revoked');
    for (const name of witnesses)
      await expect.poll(() => newestOf(name), { timeout: 20_000 }).toBeGreaterThan(backedUp);

    await stopManager();
    for (const name of witnesses) expect([name, await allAgree(name)]).toEqual([name, true]);
    await rm(ownDatabase(), { recursive: true });
    await rm(folderOf(network, 'saathi'), { recursive: true });
    await rename(join(backup(), 'postgres'), ownDatabase());
    await rename(join(backup(), 'saathi'), folderOf(network, 'saathi'));
    await startManager();

    // Her session, her id, her consent and her accounts are as they were.
    expect((await person.me()).principal).toBe(principal);
    expect((await person.consent(kept.id)).state).toBe('ACTIVE');
    expect(await fetchRecords(kept.consentId)).toBeGreaterThan(0);
    // The manager has forgotten that this one ended; those who heard of it have not.
    expect((await person.consent(ended.id)).state).toBe('ACTIVE');
    expect(await fetchRecords(ended.consentId)).toBe('consent-revoked');
    // It has forgotten that this one was given: nothing moves under it.
    expect(await fetchRecords(since.consentId)).toBe('consent-unknown');
    // And new ones are given as ever.
    const after = await grant(place, person, lender, principal);
    expect(await fetchRecords(after.consentId)).toBeGreaterThan(0);
    // Its audit trail is another than the one that was witnessed: each of them says so.
    for (const name of witnesses) await expect.poll(() => allAgree(name), { timeout: 20_000 }).toBe(false);
  }, 240_000);
});
