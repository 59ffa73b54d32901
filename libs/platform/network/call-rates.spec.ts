import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createEvent, createMessage } from '#protocol';
import { startRunningNetwork } from '#testing';
import { KeyRing } from '../keys/key-ring.ts';
import type { RunningRole } from '../role/role.ts';
import { greeterRole, greeting } from './role-under-test.ts';

/** Two processes of the provider, over one schema. */
describe('more calls in a minute than a role takes, over two replicas of it', () => {
  let network: Awaited<ReturnType<typeof startRunningNetwork>>;
  let replicas: RunningRole[];

  beforeAll(async () => {
    network = await startRunningNetwork(greeterRole, { CALLS_PER_PARTICIPANT_PER_MINUTE: '10' });
    const other = await network.start('provider', 'data-provider', { CALLS_PER_CLIENT_ADDRESS_PER_MINUTE: '40' });
    replicas = [network.provider, other];
    // None of it may fall into two minutes.
    const left = 60_000 - (Date.now() % 60_000);
    if (left < 20_000) await sleep(left);
  }, 60_000);
  afterAll(() => network.stop(...replicas.slice(1)));

  const options = () => ({
    signer: network.manager.app.get(KeyRing).signer('message'),
    issuer: 'https://manager.example',
    audience: 'https://provider.example',
    now: new Date().toISOString(),
  });
  const post = async (n: number, path: string, body: string) =>
    fetch(`${replicas[n % 2]?.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/jwt' }, body });

  test('is answered 429 with when to come again, by whichever replica', async () => {
    const messages = await Promise.all(
      Array.from({ length: 20 }, () => createMessage(greeting, { words: 'x' }, options())),
    );
    const answers = await Promise.all(messages.map((message, n) => post(n, '/greetings', message)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused?.json()).toMatchObject({ code: 'too-many-requests', status: 429 });
  });

  test('tells the sender of an event to send it again, not that it is wrong', async () => {
    const signer = network.manager.app.get(KeyRing).signer('statement');
    const event = await createEvent({ ...options(), signer, type: 'account-link.ended', state: {} });
    expect((await post(0, '/events', event)).status).toBe(429);
  });

  test('bounds those who do not say who they are by their address, and leaves health alone', async () => {
    const asks = Array.from({ length: 60 }, () => fetch(`${replicas[1]?.url}/participant-description`));
    const statuses = (await Promise.all(asks)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(20);
    expect((await fetch(`${replicas[1]?.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${replicas[0]?.url}/participant-description`)).status).toBe(200);
  });

  test.each([
    ['a session of an operator', '/operator/acts', 'Bearer of-nobody'],
    ['a signed call', '/greetings/mine', 'none'],
  ])(
    'bounds those who are not who they say by their address, before %s is looked for',
    async (_, path, authorization) => {
      const ask = async () => (await fetch(`${replicas[1]?.url}${path}`, { headers: { authorization } })).status;
      const first = await Promise.all(Array.from({ length: 60 }, ask));
      expect(first.filter((status) => status !== 401 && status !== 429)).toEqual([]);
      // They are counted once they are answered.
      await vi.waitFor(async () => expect(await ask()).toBe(429));
    },
  );
});
