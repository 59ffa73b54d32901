import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HandSetClock } from '#testing';
import type { GatewayUnderTest } from './spec-support/gateway-under-test.ts';
import { type NetworkUnderTest, startNetwork } from './spec-support/network-under-test.ts';

describe('the data user gateway', () => {
  let network: NetworkUnderTest;
  let gateway: GatewayUnderTest;
  const clock = new HandSetClock(new Date().toISOString());

  beforeAll(async () => {
    network = await startNetwork(clock);
    gateway = network.gateway;
  });
  afterAll(() => network.stop());

  test('makes its keys at first start, for its owner alone', async () => {
    const keys = join(network.folder, 'gateway', 'keys');
    const names = (await readdir(keys)).sort();
    expect(names).toEqual([
      'audit-trail.key',
      'dpop.jwk.json',
      'message.jwk.json',
      'operator.key',
      'statement.jwk.json',
      'storage.key',
    ]);
    for (const name of names) expect((await stat(join(keys, name))).mode & 0o777).toBe(0o600);
    expect((await stat(join(network.folder, 'gateway', 'api.key'))).mode & 0o777).toBe(0o600);
  });

  test('describes its API', async () => {
    const { paths } = JSON.parse(await gateway.api.text('/openapi.json', {})) as { paths: Record<string, object> };
    const own = Object.keys(paths).filter((path) => /^\/(consent|data-)/.test(path));
    expect(own.sort()).toEqual([
      '/consent-requests',
      '/consent-requests/{id}',
      '/consents',
      '/consents/{id}',
      '/consents/{id}/deletion-receipt',
      '/consents/{id}/erase',
      '/consents/{id}/records',
      '/consents/{id}/story',
      '/data-requests',
      '/data-requests/{id}',
      '/data-requests/{id}/fetch',
      '/data-requests/{id}/retry',
      '/data-requests/{id}/story',
      '/data-sessions/{id}/story',
    ]);
  });

  test('is listed as a data user with a key for each use, and not with its DPoP key', () => {
    const [self] = network.registry.participants.filter(({ roles }) => roles.includes('data-user'));
    expect(self?.keys.map(({ use }) => use).sort()).toEqual(['message', 'statement']);
  });

  test.each([
    ['an unknown field', { surprise: 1 }],
    ['a principal out of form', { principal: 'Asha' }],
    ['a manager that is no URI', { consentManager: 'the manager' }],
  ])('refuses a body with %s, and names it', async (_name, change) => {
    const answer = await gateway.api.post('/consent-requests', { ...gateway.ask(), ...change });
    expect(answer).toMatchObject({ status: 400, body: { code: 'schema-mismatch' } });
  });

  test('refuses an Idempotency-Key out of form', async () => {
    const answer = await gateway.api.post('/consent-requests', gateway.ask(), 'a b');
    expect(answer).toMatchObject({ status: 400, body: { code: 'schema-mismatch', detail: 'Idempotency-Key' } });
  });

  test('asks only managers that are listed', async () => {
    const ask = { ...gateway.ask(), consentManager: 'https://nobody.example' };
    const answer = await gateway.api.post('/consent-requests', ask);
    expect(answer.body.code).toBe('participant-not-active');
    const kept = await gateway.api.text('/consent-requests?limit=200', {});
    expect(kept).not.toContain('nobody.example');
  });
});
