import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFreePort } from '#platform';
import { createTestDatabase, createTestFolder, type TestDatabase } from '#testing';
import { booking, transactionSchema } from '../../apps/data-provider-adapter/spec-support/statements-under-test.ts';
import { type RoundRobin, startRoundRobin } from '../../apps/network-node/journey/round-robin.ts';
import { enrolAll } from '../../apps/network-node/network/enrol.ts';
import { findPorts, firstPortOfRun } from '../../apps/network-node/network/free-ports.ts';
import { getMember, type LocalNetwork, type Member, makeFolders } from '../../apps/network-node/network/member.ts';
import { type RoleProcess, startRoleProcess } from '../../apps/network-node/network/role-process.ts';
import { dataUser, grant, signInAndLink } from '../support/grant.ts';
import { asha } from '../support/test-network.ts';

const PAGE = 200;
const LEASE_SECONDS = 60;
const patience = { timeout: 60_000, interval: 20 };

/** A bank's own service, which gives its first page at once and the second when it is let go on. */
class HesitantService {
  /** When each page was asked for. */
  readonly asked: { readonly page: number; readonly at: number }[] = [];
  private readonly gate = Promise.withResolvers<void>();
  private readonly server: Server = createServer(async (call, answer) => {
    const page = Number(new URL(call.url ?? '', 'http://here').searchParams.get('page'));
    this.asked.push({ page, at: Date.now() });
    if (page > 1) await this.gate.promise;
    const records = page > 2 ? [] : Array.from({ length: PAGE }, (_, n) => booking((page - 1) * PAGE + n + 1));
    answer.writeHead(200, { 'content-type': 'application/json' });
    answer.end(JSON.stringify(records.map((record) => ({ account: 'customer-1', record }))));
  });

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  goOn = () => this.gate.resolve();
  timesAsked = (page: number) => this.asked.filter((each) => each.page === page).length;

  stop(): void {
    this.goOn();
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** Two processes of each side behind one address; one of them, which is at work, is killed as by a power cut. */
describe('work of a process that was killed', () => {
  const service = new HesitantService();
  let folder: Awaited<ReturnType<typeof createTestFolder>>;
  let database: TestDatabase;
  let network: LocalNetwork;
  let books: Client;
  const fronts: RoundRobin[] = [];
  const running: RoleProcess[] = [];
  /** Of the two members with replicas: where each of them listens behind its address. */
  const behind = new Map<string, readonly [number, number]>();

  const start = (name: string, more: Record<string, string> = {}): RoleProcess => {
    const member = getMember(network, name);
    const settings = { ...member.settings, LOG_LEVEL: 'warn', ...more };
    const process_ = startRoleProcess(network, { ...member, settings }, process.env);
    running.push(process_);
    return process_;
  };

  const startReplica = async (name: string, index: 0 | 1): Promise<RoleProcess> => {
    const port = behind.get(name)?.[index] ?? 0;
    const replica = start(name, { PORT: String(port) });
    const isLive = () =>
      fetch(`http://127.0.0.1:${port}/health/live`).then(
        ({ ok }) => ok,
        () => false,
      );
    await expect.poll(isLive, patience).toBe(true);
    return replica;
  };

  beforeAll(async () => {
    [folder, database] = await Promise.all([createTestFolder(), createTestDatabase()]);
    const baseUrl = await service.start();
    await writeFile(join(folder.path, 'contacts.json'), JSON.stringify({ 'customer-1': { email: asha.value } }));
    const path = '/accounts/{key}/transactions';
    const paging = { by: 'page', parameter: 'page' };
    const dataTypes = {
      'bank.transaction': { schema: transactionSchema, path, paging, owner: 'account', record: 'record' },
    };
    const accounts = { contactsFile: 'contacts.json' };
    const ledger = { kind: 'rest', baseUrl, timeoutMilliseconds: 120_000, accounts, dataTypes };
    const sources = join(folder.path, 'sources.json');
    await writeFile(sources, JSON.stringify({ sources: { ledger } }));
    const described = {
      RECORD_SOURCE: 'described',
      RECORD_SOURCES_FILE: sources,
      ACCOUNT_TIMEOUT_SECONDS: '120',
      // Only that a process is gone may have another take over.
      FILL_LEASE_SECONDS: String(LEASE_SECONDS),
    };
    const leases = { FETCH_LEASE_SECONDS: String(LEASE_SECONDS) };
    const members: Member[] = [
      { name: 'registry', role: 'trust-registry', id: 'https://registry.example', title: 'Registry' },
      { name: 'saathi', role: 'consent-manager', id: 'https://saathi.example', title: 'Saathi' },
      { name: 'bank', role: 'data-provider-adapter', id: 'https://bank.example', title: 'Bank', settings: described },
      { name: 'lender', role: 'data-user-gateway', id: 'https://lender.example', title: 'Lender', settings: leases },
    ];
    const ports = await findPorts(
      members.map(({ name }) => name),
      await firstPortOfRun(),
    );
    network = { folder: folder.path, databaseUrl: database.url, members, ports };
    makeFolders(network);
    for (const name of ['bank', 'lender']) {
      const replicas = [await findFreePort(), await findFreePort()] as const;
      behind.set(name, replicas);
      fronts.push(await startRoundRobin(ports[name] ?? 0, replicas));
    }
    for (const name of ['registry', 'saathi']) start(name);
    books = new Client({ connectionString: database.url });
    await books.connect();
  }, 120_000);

  afterAll(async () => {
    service.stop();
    for (const { pid } of running) wake(pid);
    await Promise.all(running.map((each) => each.stop()));
    for (const front of fronts) await front.stop();
    await books?.end();
    await database.drop();
    await folder.remove();
  });

  const wake = (pid: number) => {
    try {
      process.kill(pid, 'SIGCONT');
    } catch {
      // It has ended already.
    }
  };

  /** Who fetches the session, and since when by the lease that was written down. */
  const fetching = async (): Promise<{ worker: string; since: number } | undefined> => {
    const { rows } = await books.query<{ worker: string; until: Date }>(
      'SELECT worker, leased_until AS until FROM lender.data_sessions WHERE worker IS NOT NULL',
    );
    const [row] = rows;
    return row && { worker: row.worker, since: row.until.getTime() - LEASE_SECONDS * 1000 };
  };

  /** Who holds it, once nothing moves any more. */
  const steadyFetching = async (): Promise<string> => {
    let last: string | undefined;
    const isSame = async () => {
      const before = last;
      last = (await fetching())?.worker;
      return last !== undefined && last === before;
    };
    await expect.poll(isSame, { ...patience, interval: 500 }).toBe(true);
    return last ?? '';
  };

  test('goes on within 3 s at another, a fill as a fetch, and every record comes once', async () => {
    const filler = await startReplica('bank', 0);
    const fetcher = await startReplica('lender', 0);
    await enrolAll(network, 60_000);
    const person = await signInAndLink({ network }, asha);
    const lender = dataUser({ network });
    try {
      const place = { network, clock: { now: () => new Date().toISOString() } };
      const terms = { dataTypes: [{ type: 'bank.transaction' }] };
      const { principal } = await person.me();
      const { consentId } = await grant(place, person, lender, principal, { terms });
      const { id } = await lender.fetch({ consentId });
      await expect.poll(() => service.timesAsked(2), patience).toBe(1);
      const otherFiller = await startReplica('bank', 1);

      // The one that fills: the other asks the bank's own system from the beginning.
      const fillerKilled = Date.now();
      await filler.kill();
      await expect.poll(() => service.timesAsked(1), patience).toBe(2);
      expect((service.asked.filter(({ page }) => page === 1)[1]?.at ?? 0) - fillerKilled).toBeLessThan(3000);

      // The one that fetches, while it waits for an answer that does not come.
      process.kill(otherFiller.pid, 'SIGSTOP');
      const before = await steadyFetching();
      await startReplica('lender', 1);
      expect((await fetching())?.worker).toBe(before);
      const fetcherKilled = Date.now();
      await fetcher.kill();
      const taken = async () => ((await fetching())?.worker ?? before) !== before;
      await expect.poll(taken, patience).toBe(true);
      expect(((await fetching())?.since ?? Number.POSITIVE_INFINITY) - fetcherKilled).toBeLessThan(3000);

      wake(otherFiller.pid);
      service.goOn();
      const fetched = await lender.fetched(id, 30);
      expect(fetched).toMatchObject({ state: 'COMPLETED', sessions: [{ records: 2 * PAGE }] });
      const received: unknown[] = [];
      for await (const { record } of lender.records(consentId)) {
        received.push((record as { transactionId: string }).transactionId);
      }
      expect(received).toHaveLength(2 * PAGE);
      expect(new Set(received).size).toBe(2 * PAGE);
    } finally {
      await person.close();
      await lender.close();
    }
  }, 240_000);
});
