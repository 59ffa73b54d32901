import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startRunningNetwork } from '#testing';
import { FileSigningKeyStore } from '../keys/file-signing-key-store.ts';
import { GreetingsController, greeterRole, Heard } from '../network/role-under-test.ts';
import { PeerClient } from '../peer/peer-client.ts';

/** The registry of this network takes no key changes: its operator lists what a role says of itself. */
describe('a role whose keys change', () => {
  let network: Awaited<ReturnType<typeof startRunningNetwork>>;
  let store: FileSigningKeyStore;
  const linkId = '0198c5a0-0000-7000-8000-000000000001';
  const now = () => new Date().toISOString();

  beforeAll(async () => {
    network = await startRunningNetwork(greeterRole);
    store = new FileSigningKeyStore(join(network.folder, 'provider', 'keys'));
  });
  afterAll(() => network.stop());

  const stateOf = async (kid: string, use: 'message' | 'statement') =>
    (await store.list(use)).find((key) => key.kid === kid)?.state;
  const list = async (kid: string, change: object = {}) => {
    const provider = await network.registry.enrol(network.provider.url);
    const keys = provider.keys.map((key) => (key.kid === kid ? { ...key, ...change } : key));
    const others = network.registry.participants.filter(({ id }) => id !== provider.id);
    network.registry.participants = [...others, { ...provider, keys }];
    await network.registry.publish();
  };
  const described = async () => {
    const token = await (await fetch(`${network.provider.url}/participant-description`)).text();
    return Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  };

  test('describes the next, and does not sign with it while the list does not name it long enough', async () => {
    const { kid } = await store.makeNext('message');
    await vi.waitFor(async () => expect(await described()).toContain(kid), 5000);
    await list(kid);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(await stateOf(kid, 'message')).toBe('next');
    expect((await fetch(`${network.provider.url}/health/ready`)).status).toBe(200);
    await store.retire('message', kid, now());
  });

  test('signs with the next once the list has named it for KEY_OVERLAP_SECONDS', async () => {
    const { kid } = await store.makeNext('message');
    await vi.waitFor(async () => expect(await described()).toContain(kid), 5000);
    await list(kid, { validFrom: new Date(Date.now() - 3_601_000).toISOString() });
    await vi.waitFor(async () => expect(await stateOf(kid, 'message')).toBe('active'), 25_000);
    const peers = network.provider.app.get(PeerClient);
    const answer = peers.call('https://manager.example', 'consent-manager', 'POST', '/greetings/mine', { body: '{}' });
    expect(await answer).toMatchObject({ participantId: 'https://provider.example' });
  });

  test('drops a next key that has ended in the list', async () => {
    const { kid } = await store.makeNext('message');
    await vi.waitFor(async () => expect(await described()).toContain(kid), 5000);
    await list(kid, { compromisedSince: '2026-01-01T00:00:00.000Z' });
    await vi.waitFor(async () => expect(await stateOf(kid, 'message')).toBe('retired'), 25_000);
  }, 40_000);

  test('tells anew, with the key that signs now, what it had told with a compromised one', async () => {
    await network.manager.stop();
    await network.provider.app.get(GreetingsController).end('https://manager.example', linkId);
    const [old] = await store.list('statement');
    const { kid } = await store.makeNext('statement');
    await vi.waitFor(async () => expect(await described()).toContain(kid), 5000);
    await list(old?.kid ?? '', { compromisedSince: '2026-01-01T00:00:00.000Z' });
    await store.activate('statement', kid, now());
    await store.markCompromised('statement', old?.kid ?? '', now());
    const PORT = new URL(network.manager.url).port;
    const manager = await network.start('manager', 'consent-manager', { PORT });
    await vi.waitFor(() => expect(manager.app.get(Heard).events).toEqual([linkId]), 30_000);
    await manager.stop();
  }, 60_000);

  test('logs ids of keys at most', async () => {
    const log = await readFile(join(network.folder, 'provider.log'), 'utf8');
    expect(log).toContain('the registry was not told of message key');
    const { d } = JSON.parse(await readFile(join(network.folder, 'provider', 'keys', 'message.jwk.json'), 'utf8'));
    expect(log).not.toContain(d);
  });
});
