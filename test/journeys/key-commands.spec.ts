import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { toInstant } from '#domain';
import type { DataUserClient } from '../../apps/network-node/clients/data-user-client.ts';
import type { PersonClient } from '../../apps/network-node/clients/person-client.ts';
import { apiKeyFileOf, keysFolderOf, urlOf } from '../../apps/network-node/network/member.ts';
import { dataUser, grant, signInAndLink } from '../support/grant.ts';
import { type Answer, runCommand, runJson } from '../support/run-command.ts';
import { asha, startTestNetwork, type TestNetwork } from '../support/test-network.ts';

/** `assent keys` beside a network that runs. */
let net: TestNetwork;
let person: PersonClient;
let lender: DataUserClient;
let principal: string;

const settings = { KEY_OVERLAP_SECONDS: '0' };
beforeAll(async () => {
  const extra = { bank: settings, saathi: settings, registry: settings };
  // The commands go by the real time. The network's clock stands still: on a whole second, as messages are dated.
  net = await startTestNetwork(extra, toInstant(Math.floor(Date.now() / 1000) * 1000));
  person = await signInAndLink(net, asha);
  lender = dataUser(net);
  principal = (await person.me()).principal;
});
afterAll(async () => {
  await person?.close();
  await lender?.close();
  await net?.stop();
});

const home = () => join(net.network.folder, 'home');
const keys = async (member: string, ...args: string[]): Promise<Answer> => {
  const folder = ['--keys-folder', keysFolderOf(net.network, member)];
  const { answer, stderr } = await runJson(home(), ['keys', ...args, ...folder]);
  return { ...answer, stderr };
};
const registry = () => ['--registry', urlOf(net.network, 'registry')];
const operator = (member: string) => [
  ...['--role', urlOf(net.network, member), ...registry()],
  ...['--operator-key-file', apiKeyFileOf(net.network, 'registry')],
];
type Shown = { kid: string; use: string; state: string; listed?: { compromisedSince?: string; retiredAt?: string } };
const list = async (member: string): Promise<Shown[]> => (await keys(member, 'list', ...registry()))['keys'];
const find = async (member: string, use: string, state: string): Promise<Shown> => {
  const key = (await list(member)).find((each) => each.use === use && each.state === state);
  if (key === undefined) throw new Error(`${member} has no ${state} key for ${use}`);
  return key;
};

async function fetches(): Promise<string[]> {
  const { consentId } = await grant(net, person, lender, principal);
  const { id } = await lender.fetch({ consentId });
  return (await lender.fetched(id, 30)).sessions.map(({ state }) => state);
}

describe('assent keys', { timeout: 60_000 }, () => {
  it('lists what signs, and what the trust list says of it', async () => {
    const shown = await list('saathi');
    expect(shown.map(({ use, state }) => `${use} ${state}`)).toEqual([
      'message active',
      'statement active',
      'access-token active',
    ]);
    expect(shown.every(({ listed }) => listed !== undefined && listed.retiredAt === undefined)).toBe(true);
    expect(JSON.stringify(shown)).not.toMatch(/"d":/);
  });

  it('rotates one use, and waits until the running role signs with it', async () => {
    const before = await list('bank');
    const answer = await keys('bank', 'rotate', '--use', 'statement', '--wait', '20');
    expect(answer).toMatchObject({ ok: true, signing: true, keys: [{ use: 'statement' }] });
    expect((await find('bank', 'statement', 'active')).kid).toBe(answer['keys'][0].kid);
    expect((await find('bank', 'statement', 'retired')).kid).toBe(before.find(({ use }) => use === 'statement')?.kid);
    expect((await find('bank', 'message', 'active')).kid).toBe(before.find(({ use }) => use === 'message')?.kid);
    expect(await fetches()).toEqual(['COMPLETED']);
  });

  it('retires the old one before its time, and not the one that signs', async () => {
    net.clock.set(new Date(Date.now() + 60_000).toISOString());
    const { kid } = await find('bank', 'statement', 'retired');
    expect(await keys('bank', 'retire', kid)).toMatchObject({ ok: true, kid });
    await vi.waitFor(async () => expect((await find('bank', 'statement', 'retired')).listed?.retiredAt).toBeDefined(), {
      timeout: 15_000,
      interval: 500,
    });
    const { kid: active } = await find('bank', 'statement', 'active');
    expect(await keys('bank', 'retire', active)).toMatchObject({ ok: false, code: 'in-use' });
    expect(await fetches()).toEqual(['COMPLETED']);
  });

  it('replaces a compromised key at once, everywhere', async () => {
    const { kid } = await find('bank', 'message', 'active');
    const since = new Date(Date.now() - 3600_000).toISOString();
    const answer = await keys('bank', 'compromised', kid, '--since', since, ...operator('bank'));
    expect(answer).toMatchObject({ ok: true, kid, since, told: true });
    expect((await find('bank', 'message', 'compromised')).listed).toMatchObject({ compromisedSince: since });
    expect((await find('bank', 'message', 'active')).kid).toBe(answer['successor']);
    expect(await fetches()).toEqual(['COMPLETED']);
  });

  it('says what is wrong: no such key, no such folder, nobody named', async () => {
    for (const key of ['nosuchkey', '-nosuchkey', '--nosuchkey'])
      expect(await keys('bank', 'retire', key)).toMatchObject({ ok: false, code: 'not-found' });
    const { code, stderr } = await runCommand(home(), ['keys', 'list', '--keys-folder', join(home(), 'nowhere')]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('there is no folder')]);
    expect((await runCommand(home(), ['keys', 'list'])).stderr).toContain('whose keys?');
  });
});
