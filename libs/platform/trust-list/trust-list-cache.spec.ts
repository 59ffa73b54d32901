import { once } from 'node:events';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addSeconds } from '#domain';
import { createRootSuccession, nodeCryptography } from '#protocol';
import { createTestFolder, HandSetClock, SampleNetwork, SampleRegistry, sampleIds } from '#testing';
import { TrustListCache } from './trust-list-cache.ts';

describe('the trust list, as a role keeps it', () => {
  let folder: Awaited<ReturnType<typeof createTestFolder>>;
  let registry: SampleRegistry;
  let network: SampleNetwork;
  let clock: HandSetClock;
  const caches: TrustListCache[] = [];

  beforeEach(async () => {
    folder = await createTestFolder();
    registry = await SampleRegistry.start(folder.path);
    network = await SampleNetwork.create('2025-01-01T00:00:00.000Z');
    clock = new HandSetClock(new Date().toISOString());
    registry.participants = [network.members.user.participant, network.members.provider.participant];
    await registry.publish();
  });
  afterEach(async () => {
    await Promise.all(caches.splice(0).map((cache) => cache.onApplicationShutdown()));
    await registry.stop().catch(() => undefined);
    await folder.remove();
  });

  const keptAt = () => join(folder.path, 'trust-list.jwt');
  const start = async (change: object = {}) => {
    const cache = new TrustListCache(clock, {
      PARTICIPANT_ID: sampleIds.user,
      CLOCK_SKEW_SECONDS: 60,
      TRUST_LIST_URL: registry.url,
      TRUST_ROOTS_FILE: registry.rootsFile,
      TRUST_LIST_CACHE_FILE: keptAt(),
      TRUST_LIST_REFRESH_SECONDS: 300,
      NETWORK_IS_LOCAL: true,
      ...change,
    });
    caches.push(cache);
    await cache.onModuleInit();
    await cache.refresh();
    return cache;
  };

  test('is fetched, verified, relied on and kept on disk', async () => {
    const cache = await start();
    expect(cache.state()).toBe('FRESH');
    expect(cache.isListed()).toBe(true);
    expect(await cache.findParticipant(sampleIds.provider)).toMatchObject({ roles: ['data-provider'] });
    expect((await stat(keptAt())).mode & 0o777).toBe(0o600);
  });

  test('does at the next start without the registry', async () => {
    await start();
    await registry.stop();
    const cache = await start();
    expect(cache.state()).toBe('FRESH');
  });

  test('does not serve from disk what another has put there', async () => {
    await start();
    const [header, payload] = (await readFile(keptAt(), 'utf8')).split('.');
    await writeFile(keptAt(), `${header}.${payload}.${'A'.repeat(86)}`);
    await registry.stop();
    const cache = await start();
    expect(cache.state()).toBe('UNKNOWN');
    await expect(cache.findParticipant(sampleIds.provider)).rejects.toMatchObject({
      refusal: { code: 'trust-list-unavailable' },
    });
  });

  test('is fetched from no private address unless the network is local', async () => {
    expect((await start({ NETWORK_IS_LOCAL: false })).state()).toBe('UNKNOWN');
    expect(registry.asked).toBe(0);
  });

  test('is fetched from its own address alone: no redirect is followed', async () => {
    const elsewhere = createServer((_, answer) => void answer.writeHead(302, { location: registry.url }).end());
    await once(elsewhere.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/trust-list`;
    expect((await start({ TRUST_LIST_URL: url })).state()).toBe('UNKNOWN');
    expect(registry.asked).toBe(0);
    elsewhere.close();
  });

  test('waits for the file of the roots', async () => {
    const roots = await readFile(registry.rootsFile, 'utf8');
    await rm(registry.rootsFile);
    const cache = await start();
    expect(cache.state()).toBe('UNKNOWN');
    await writeFile(registry.rootsFile, roots);
    await vi.waitFor(() => expect(cache.state()).toBe('FRESH'), 4000);
  });

  test('is stale when a newer one is due, and not relied on once it has expired', async () => {
    await registry.publish({ refreshSeconds: 60, validSeconds: 3600 });
    const cache = await start();
    await registry.stop();
    clock.advance(61);
    expect(cache.state()).toBe('STALE');
    expect(cache.current()).toBeDefined();
    clock.advance(3600);
    expect(cache.state()).toBe('EXPIRED');
    expect(cache.current()).toBeUndefined();
    await expect(cache.findKey(sampleIds.provider, 'any')).rejects.toMatchObject({
      refusal: { code: 'trust-list-unavailable' },
    });
  });

  test.each<[string, (old: string) => Promise<string>]>([
    ['an older one', async (old) => old],
    [
      'one that another signed',
      async () => {
        const signer = await nodeCryptography.createSigner(await nodeCryptography.generateKey());
        return registry.publish({ signer });
      },
    ],
    ['one that has expired', () => registry.publish({ now: addSeconds(clock.now(), -700_000) })],
    ['another of the same number', () => registry.publish({ sequence: registry.sequence - 1, participants: [] })],
    ['something else', async () => '<html>sign in to the hotel network</html>'],
  ])('is never replaced by %s', async (_, forge) => {
    const old = await registry.publish();
    await registry.publish();
    const cache = await start();
    const kept = await readFile(keptAt(), 'utf8');
    const before = cache.current()?.digest;
    registry.forged = await forge(old);
    await cache.refresh();
    expect(cache.current()?.digest).toBe(before);
    expect(await readFile(keptAt(), 'utf8')).toBe(kept);
  });

  test('is asked for again with its ETag, and one fetch at a time', async () => {
    const cache = await start();
    const { asked } = registry;
    await Promise.all([cache.refresh(), cache.refresh(), cache.refresh()]);
    expect(registry.asked).toBe(asked + 1);
    expect(cache.state()).toBe('FRESH');
  });

  test('is fetched anew when someone unknown is met, at most once in two seconds', async () => {
    const cache = await start();
    registry.participants.push(network.members.manager.participant);
    await registry.publish();
    const { asked } = registry;
    const found = await Promise.all(Array.from({ length: 20 }, () => cache.findParticipant(sampleIds.manager)));
    expect(found.every((participant) => participant?.id === sampleIds.manager)).toBe(true);
    expect(registry.asked).toBe(asked + 1);
    const begun = performance.now();
    expect(await cache.findParticipant('https://nobody.example')).toBeUndefined();
    expect(performance.now() - begun).toBeGreaterThan(1500);
  });

  test('is fetched every second until this role is in it', async () => {
    registry.participants = [];
    await registry.publish();
    const cache = await start();
    expect(cache.isListed()).toBe(false);
    registry.participants = [network.members.user.participant];
    await registry.publish();
    await vi.waitFor(() => expect(cache.isListed()).toBe(true), 2500);
  });

  test('may be signed by a new root that the old one named', async () => {
    const next = await nodeCryptography.createSigner(await nodeCryptography.generateKey());
    const { participant } = network.members.registry;
    const listed = {
      kid: next.kid,
      use: 'trust-list' as const,
      jwk: next.publicJwk,
      validFrom: '2025-01-01T00:00:00.000Z',
    };
    const old = {
      kid: registry.signer.kid,
      use: 'trust-list' as const,
      jwk: registry.signer.publicJwk,
      validFrom: '2025-01-01T00:00:00.000Z',
    };
    registry.participants.push({ ...participant, keys: [old, listed] });
    await registry.publish();
    const cache = await start();
    const sequence = registry.sequence + 1;
    const succession = await createRootSuccession(registry.signer, sampleIds.registry, next.publicJwk, clock.now());
    await registry.publish({ signer: next, rootSuccessions: [succession] });
    await cache.refresh();
    expect(cache.current()?.sequence).toBe(sequence);
    await registry.stop();
    expect((await start()).current()?.sequence).toBe(sequence);
  });

  test('may not be signed by a root that it says has retired, though that one is still pinned', async () => {
    const { participant } = network.members.registry;
    const [next, old] = [await nodeCryptography.createSigner(await nodeCryptography.generateKey()), registry.signer];
    const use = 'trust-list' as const;
    const validFrom = '2025-01-01T00:00:00.000Z';
    const keys = [
      { kid: old.kid, use, jwk: old.publicJwk, validFrom, retiredAt: addSeconds(clock.now(), -1) },
      { kid: next.kid, use, jwk: next.publicJwk, validFrom },
    ];
    registry.participants.push({ ...participant, keys });
    const succession = await createRootSuccession(old, sampleIds.registry, next.publicJwk, clock.now());
    await registry.publish({ signer: next, rootSuccessions: [succession] });
    const cache = await start();
    const { sequence } = registry;
    await registry.publish({ signer: old, rootSuccessions: [succession] });
    await cache.refresh();
    expect(cache.current()?.sequence).toBe(sequence);
  });
});
