import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OperatorClient, startRunningNetwork } from '#testing';
import { greeterRole } from '../network/role-under-test.ts';
import { type DemoSettings, whyNoDemo } from '../settings/demo-sign-in-rule.ts';

const demo: DemoSettings = {
  DEMO_SIGN_IN: true,
  NODE_ENV: undefined,
  NETWORK_IS_LOCAL: true,
  HOST: '127.0.0.1',
  PUBLIC_URL: undefined,
  TRUSTED_PROXY_COUNT: 0,
};

describe('signing in without anything', () => {
  it.each<[string, Partial<DemoSettings>]>([
    ['in production', { NODE_ENV: 'production' }],
    ['in a network that is not local', { NETWORK_IS_LOCAL: false }],
    ['where others reach the role', { HOST: '0.0.0.0' }],
    ['where others reach the role by IPv6', { HOST: '::' }],
    ['under a name', { HOST: 'bank.example' }],
    ['behind a proxy', { TRUSTED_PROXY_COUNT: 1 }],
    ['under an address that others know', { PUBLIC_URL: 'https://bank.example' }],
    ['under one that begins like ours', { PUBLIC_URL: 'http://localhost.bank.example' }],
  ])('is refused %s', (_where, change) => {
    expect(whyNoDemo({ ...demo, ...change })).toMatch(/^is on, and /);
    expect(whyNoDemo({ ...demo, ...change, DEMO_SIGN_IN: false })).toBeUndefined();
  });

  it.each<[string, Partial<DemoSettings>]>([
    ['as the demo is', {}],
    ['by the name of this machine', { HOST: 'localhost', PUBLIC_URL: 'http://localhost:7401' }],
    ['by IPv6', { HOST: '::1', PUBLIC_URL: 'http://[::1]:7401' }],
    ['in a test', { NODE_ENV: 'test' }],
  ])('is taken %s', (_where, change) => {
    expect(whyNoDemo({ ...demo, ...change })).toBeUndefined();
  });
});

describe('a role', () => {
  let network: Awaited<ReturnType<typeof startRunningNetwork>>;

  beforeAll(async () => {
    network = await startRunningNetwork(greeterRole);
  });
  afterAll(() => network.stop());

  it('without the switch has no such address', async () => {
    const answer = await new OperatorClient(network.manager).signInDemo('admin');
    expect([answer.status, answer.json.code]).toEqual([404, 'not-found']);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('with the switch lets anyone in with the right they ask for, from its own pages', async () => {
    const open = await network.start('open', 'data-user', { DEMO_SIGN_IN: 'on' });
    try {
      for (const may of ['viewer', 'operator', 'admin', 'viewer'] as const) {
        const client = new OperatorClient(open);
        expect((await client.signInDemo(may)).json).toMatchObject({ name: `Demo ${may}`, may });
        expect((await client.get('/operator/me')).json.may).toBe(may);
      }
      const foreign = await new OperatorClient(open).call('POST', '/operator/demo-session', {
        body: { may: 'admin' },
        site: 'cross-site',
      });
      expect(foreign.json.code).toBe('cross-site-call');
    } finally {
      await open.stop();
    }
  });

  it('that is no demo does not start with the switch, whatever parsed its settings', async () => {
    const start = network.start('wrong', 'data-user', { DEMO_SIGN_IN: 'on', NODE_ENV: 'production' });
    await expect(start).rejects.toThrow(/DEMO_SIGN_IN is on, and NODE_ENV is production/);
  });
});
