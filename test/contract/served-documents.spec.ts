import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '#platform';
import { getMember } from '../../apps/network-node/network/member.ts';
import { sendTo } from '../support/impostor.ts';
import { startTestNetwork, type TestNetwork } from '../support/test-network.ts';

let net: TestNetwork;
beforeAll(async () => {
  net = await startTestNetwork();
});
afterAll(() => net?.stop());

describe.each(['registry', 'saathi', 'bank', 'lender'])('%s', (name) => {
  test('serves the OpenAPI document that is checked in, and it is valid', async () => {
    const { body } = await sendTo(net.network, name, 'GET', '/openapi.json');
    const file = join(packageRoot(), 'docs', 'openapi', `${getMember(net.network, name).role}.json`);
    expect(body).toEqual(JSON.parse(readFileSync(file, 'utf8')));
    const verdict = await new Validator().validate(structuredClone(body) as Record<string, unknown>);
    expect(verdict.errors ?? []).toEqual([]);
    expect(verdict.valid).toBe(true);
  });

  test('is alive and ready, and describes itself to whoever asks', async () => {
    expect((await sendTo(net.network, name, 'GET', '/health/live')).status).toBe(200);
    expect((await sendTo(net.network, name, 'GET', '/health/ready')).status).toBe(200);
    expect((await sendTo(net.network, name, 'GET', '/no-such-thing')).code).toBe('not-found');
  });
});
