import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, createTestFolder, HandSetClock, type TestDatabase } from '#testing';
import { waitUntilReady } from '../../apps/network-node/network/enrol.ts';
import { findPorts, firstPortOfRun } from '../../apps/network-node/network/free-ports.ts';
import {
  apiKeyFileOf,
  folderOf,
  getMember,
  type LocalNetwork,
  makeFolders,
  settingsOf,
  urlOf,
} from '../../apps/network-node/network/member.ts';
import { dataUser, grant, signInAndLink } from '../support/grant.ts';
import { type RunningCommand, runJson, startCommand } from '../support/run-command.ts';
import { asha, testMembers } from '../support/test-network.ts';

/** What an operator does with `assent start` and `assent enrol`: every start is a process, told by its environment. */
let database: TestDatabase;
let folder: Awaited<ReturnType<typeof createTestFolder>>;
let network: LocalNetwork;
const running: Record<string, RunningCommand> = {};

/** Several in one process: the settings of each behind its name and two underscores. */
function startRoles(names: string[], more: Record<string, string> = {}): Promise<RunningCommand> {
  const members = names.map((name) => getMember(network, name));
  const own = members.flatMap((member) =>
    Object.entries(settingsOf(network, member)).map(([key, value]) => [`${member.name.toUpperCase()}__${key}`, value]),
  );
  const ROLES = members.map(({ role, name }) => `${role}@${name}`).join(',');
  return startCommand(folder.path, ['start'], { ROLES, ...Object.fromEntries(own), ...more });
}

const enrol = (name: string) =>
  runJson(folder.path, [
    ...['enrol', '--role', urlOf(network, name), '--registry', urlOf(network, 'registry')],
    ...['--operator-key-file', apiKeyFileOf(network, 'registry')],
  ]);
const isReady = async (name: string) => (await fetch(`${urlOf(network, name)}/health/ready`)).status === 200;

beforeAll(async () => {
  [database, folder] = await Promise.all([createTestDatabase(), createTestFolder()]);
  await writeFile(join(folder.path, 'contacts.json'), JSON.stringify({ 'customer-1': { email: asha.value } }));
  const members = testMembers(folder.path).filter(({ name }) => name !== 'rival');
  const names = members.map(({ name }) => name);
  const ports = await findPorts(names, await firstPortOfRun());
  network = { folder: folder.path, databaseUrl: database.url, members, ports };
  makeFolders(network);
}, 60_000);
afterAll(async () => {
  await Promise.all(Object.values(running).map((process) => process.end('SIGKILL')));
  await database.drop();
  await folder.remove();
}, 60_000);

describe('an operator', { timeout: 90_000 }, () => {
  it('starts a registry alone, told by plain settings', async () => {
    const settings = { ROLES: 'trust-registry', ...settingsOf(network, getMember(network, 'registry')) };
    running['registry'] = await startCommand(folder.path, ['start'], settings);
    expect(running['registry'].answer).toEqual({
      ok: true,
      roles: [{ name: 'trust-registry', url: urlOf(network, 'registry') }],
    });
  });

  it('starts several in one process, and one whose calls and jobs have a process each', async () => {
    const [several, calls, jobs] = await Promise.all([
      startRoles(['saathi', 'lender']),
      startRoles(['bank'], { BANK__RUN: 'http' }),
      startRoles(['bank'], { RUN: 'jobs' }),
    ]);
    Object.assign(running, { several, calls, jobs });
    expect(several.answer['roles']).toEqual([
      { name: 'consent-manager', url: urlOf(network, 'saathi') },
      { name: 'data-user-gateway', url: urlOf(network, 'lender') },
    ]);
    expect(jobs.answer['roles']).toEqual([{ name: 'data-provider-adapter', url: '' }]);
    expect(jobs.stderr()).toContain('works off jobs');
  });

  it('sees each ready once it is enrolled, and not before', async () => {
    expect(await isReady('saathi')).toBe(false);
    for (const name of ['saathi', 'bank', 'lender']) {
      expect((await enrol(name)).answer).toMatchObject({ ok: true, role: urlOf(network, name) });
    }
    await waitUntilReady(network);
  });

  it('hears from the doctor that all is well, and of everything that is not', async () => {
    const settings = { ROLES: 'consent-manager', ...settingsOf(network, getMember(network, 'saathi')) };
    const well = await runJson(folder.path, ['doctor'], settings);
    expect([well.code, well.answer['ok']]).toEqual([0, true]);
    const faults = { PORT: 'http', DATABASE_SCHEMA: 'elsewhere', TRUST_LIST_URL: 'http://127.0.0.1:9/trust-list' };
    const ill = await runJson(folder.path, ['doctor'], { ...settings, ...faults });
    expect([ill.code, ill.answer['ok']]).toEqual([1, false]);
    const found: { level: string; code: string; mend?: string }[] = ill.answer['roles'][0].findings;
    const told = found.filter(({ level }) => level !== 'good');
    expect(told.map(({ code }) => code)).toEqual(['setting-wrong', 'schema-missing', 'trust-registry-unreachable']);
    expect(told.every(({ mend = '' }) => mend !== '')).toBe(true);
  });

  it('sees an enrolment refused whose key is not the registry’s', async () => {
    await writeFile(apiKeyFileOf(network, 'nobody').replace('/api-key', '-key'), 'wrong');
    const args = ['enrol', '--role', urlOf(network, 'bank'), '--registry', urlOf(network, 'registry')];
    const { code, answer } = await runJson(folder.path, [
      ...args,
      ...['--operator-key-file', join(network.folder, 'nobody-key')],
    ]);
    expect([code, answer['code']]).toEqual([1, 'api-key-invalid']);
  });

  it('sees data pass where the provider’s calls and jobs are apart', async () => {
    const test = { network, clock: new HandSetClock(new Date().toISOString()), stop: async () => undefined };
    const person = await signInAndLink(test, asha);
    const user = dataUser(test);
    const { consentId } = await grant(test, person, user, (await person.me()).principal);
    const { id } = await user.fetch({ consentId });
    expect(await user.fetched(id, 20)).toMatchObject({
      state: 'COMPLETED',
      sessions: [{ dataProvider: 'https://bank.example' }],
    });
    let records = 0;
    for await (const _ of user.records(consentId)) records += 1;
    expect(records).toBeGreaterThan(10);
    await Promise.all([person.close(), user.close()]);
  });

  it('stops a process, which answers the call under way first and ends with 0', async () => {
    const socket = connect(Number(new URL(urlOf(network, 'saathi')).port), '127.0.0.1');
    await once(socket, 'connect');
    const head =
      'POST /consent-requests HTTP/1.1\r\nhost: a\r\ncontent-type: application/jwt\r\ncontent-length: 5\r\n\r\na.b';
    socket.write(head);
    await sleep(300);
    const ended = endOf('several');
    await sleep(300);
    socket.write('.c');
    const chunks: string[] = [];
    for await (const chunk of socket.setEncoding('utf8')) chunks.push(chunk);
    expect(chunks.join('')).toMatch(/^HTTP\/1.1 4\d\d .*application\/problem\+json/s);
    expect((await ended).code).toBe(0);
  });

  it('stops the others too, and the log of none tells of a fault', async () => {
    for (const name of ['calls', 'jobs', 'registry']) {
      expect([name, (await endOf(name)).code]).toEqual([name, 0]);
    }
    for (const { name } of network.members) {
      const log = await readFile(join(folderOf(network, name), 'log.ndjson'), 'utf8');
      expect(log.split('\n').filter((line) => /"level":"(error|fatal)"/.test(line))).toEqual([]);
    }
  });
});

function endOf(name: string) {
  const process = running[name] as RunningCommand;
  delete running[name];
  return process.end('SIGTERM');
}
