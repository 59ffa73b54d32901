import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createMessage } from '#protocol';
import { createTestSchema, startRunningNetwork } from '#testing';
import { schemaDrift } from '../database/schema-drift.ts';
import { KeyRing } from '../keys/key-ring.ts';
import { PeerClient } from '../peer/peer-client.ts';
import { platformEntities, platformMigrations } from './network-tables.ts';
import { greeterRole, greeting } from './role-under-test.ts';

describe('two participants of one network', () => {
  let network: Awaited<ReturnType<typeof startRunningNetwork>>;

  beforeAll(async () => {
    network = await startRunningNetwork(greeterRole);
  });
  afterAll(() => network.stop());

  const greet = async (words: string, requestId?: string) =>
    createMessage(
      greeting,
      { words },
      {
        signer: network.manager.app.get(KeyRing).signer('message'),
        issuer: 'https://manager.example',
        audience: 'https://provider.example',
        now: new Date().toISOString(),
        ...(requestId === undefined ? {} : { requestId }),
      },
    );

  test('are ready once they find themselves in the trust list', async () => {
    await vi.waitFor(async () => {
      for (const { url } of [network.manager, network.provider]) {
        expect((await fetch(`${url}/health/ready`)).status).toBe(200);
      }
    }, 5000);
  });

  test('send one another signed commands', async () => {
    const peers = network.manager.app.get(PeerClient);
    const answer = await peers.send('https://provider.example', 'data-provider', '/greetings', await greet('hello'));
    expect(answer).toEqual({ heard: 'hello', from: 'https://manager.example' });
  });

  test('get the recorded outcome for a retry whose first answer was lost', async () => {
    const peers = network.manager.app.get(PeerClient);
    const id = '0198c5a0-0000-7000-8000-000000000001';
    const send = async (words: string) =>
      peers.send('https://provider.example', 'data-provider', '/greetings', await greet(words, id));
    expect(await send('again')).toEqual(await send('again'));
    await expect(send('other')).rejects.toMatchObject({ status: 409, code: 'request-id-reused' });
  });

  test('show who calls', async () => {
    const peers = network.provider.app.get(PeerClient);
    expect(await peers.call('https://manager.example', 'consent-manager', 'GET', '/greetings/mine?page=2')).toEqual({
      participantId: 'https://provider.example',
      roles: ['data-provider'],
    });
    const body = '{ "spaced" : true }';
    expect(await peers.call('https://manager.example', 'consent-manager', 'POST', '/greetings/mine', { body })).toEqual(
      expect.objectContaining({ body: { spaced: true } }),
    );
  });

  test('are refused where they lack the role, or bring no proof', async () => {
    const peers = network.manager.app.get(PeerClient);
    await expect(
      peers.call('https://provider.example', 'data-provider', 'GET', '/greetings/mine'),
    ).rejects.toMatchObject({ status: 403, code: 'role-not-allowed' });
    const bare = await fetch(`${network.provider.url}/greetings/mine`);
    expect(bare.status).toBe(401);
    expect(await bare.json()).toMatchObject({ code: 'call-not-authenticated' });
  });

  test('refuse a body that is no signed message', async () => {
    const answer = await fetch(`${network.provider.url}/greetings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"words":"hello"}',
    });
    expect(await answer.json()).toMatchObject({ code: 'media-type-not-supported' });
  });

  test('describe what they serve', async () => {
    const answer = await fetch(`${network.manager.url}/openapi.json`);
    const { paths } = (await answer.json()) as { paths: object };
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/events', '/events/poll', '/participant-description', '/greetings']),
    );
  });

  test('keep the trust list on disk, for themselves alone', async () => {
    const path = join(network.folder, 'manager', 'trust-list.jwt');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readFile(path, 'utf8')).split('.')).toHaveLength(3);
  });

  test('work with one enrolled a moment ago', async () => {
    const newcomer = await network.start('newcomer', 'data-provider');
    try {
      await network.registry.enrol(newcomer.url);
      const peers = network.manager.app.get(PeerClient);
      const begun = performance.now();
      const message = await createMessage(
        greeting,
        { words: 'welcome' },
        {
          signer: network.manager.app.get(KeyRing).signer('message'),
          issuer: 'https://manager.example',
          audience: 'https://newcomer.example',
          now: new Date().toISOString(),
        },
      );
      expect(await peers.send('https://newcomer.example', 'data-provider', '/greetings', message)).toMatchObject({
        heard: 'welcome',
      });
      expect(performance.now() - begun).toBeLessThan(15_000);
    } finally {
      await newcomer.stop();
    }
  });
});

test('the tables are what the entities say', async () => {
  const schema = await createTestSchema({ entities: platformEntities, migrations: platformMigrations });
  expect(await schemaDrift(schema.dataSource)).toEqual([]);
  await schema.drop();
});
