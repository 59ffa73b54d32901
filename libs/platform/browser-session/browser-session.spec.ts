import { fastifyCookie } from '@fastify/cookie';
import { fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal, RefusedError } from '#domain';
import { checkSameOrigin } from './check-same-origin.ts';
import { chooseOrigin } from './choose-origin.ts';
import { ownOrigins } from './own-origins.ts';
import { SessionCookie } from './session-cookie.ts';

const local = { PUBLIC_URL: 'http://127.0.0.1:7401', NETWORK_IS_LOCAL: true };
const open = { PUBLIC_URL: 'https://consent.example/at', NETWORK_IS_LOCAL: false };
const token = 'A'.repeat(43);

describe('own origins', () => {
  it.each([
    [open, ['https://consent.example']],
    [local, ['http://127.0.0.1:7401', 'http://localhost:7401']],
    [{ ...local, NETWORK_IS_LOCAL: false }, ['http://127.0.0.1:7401']],
    [{ ...local, PUBLIC_URL: 'http://localhost:7401' }, ['http://localhost:7401']],
  ])('of %j are %j', (settings, origins) => {
    expect(ownOrigins(settings)).toEqual(origins);
  });

  it.each([
    [{ origin: 'http://localhost:7401', host: undefined }, 'http://localhost:7401'],
    [{ origin: undefined, host: 'localhost:7401' }, 'http://localhost:7401'],
    [{ origin: undefined, host: 'evil.example' }, 'http://127.0.0.1:7401'],
    [{ origin: undefined, host: undefined }, 'http://127.0.0.1:7401'],
    [{ origin: 'http://evil.example', host: 'localhost:7401' }, 'cross-site-call'],
    [{ origin: 'null', host: 'localhost:7401' }, 'cross-site-call'],
  ])('a call with %j is at %j', (call, expected) => {
    const chosen = chooseOrigin(ownOrigins(local), call);
    expect(isRefusal(chosen) ? chosen.code : chosen).toBe(expected);
  });
});

describe('a call with the cookie that changes something', () => {
  it.each([
    ['same-origin', undefined, 'passes'],
    ['same-origin', 'http://localhost:7401', 'passes'],
    ['same-site', 'http://localhost:7401', 'cross-site-call'],
    ['cross-site', undefined, 'cross-site-call'],
    ['none', undefined, 'cross-site-call'],
    [undefined, 'http://localhost:7401', 'passes'],
    [undefined, 'http://localhost:7402', 'cross-site-call'],
    [undefined, 'null', 'cross-site-call'],
    [undefined, undefined, 'cross-site-call'],
  ])('from site %s and origin %s: %s', (site, origin, expected) => {
    const refusal = checkSameOrigin(ownOrigins(local), { site, origin, host: undefined, agent: undefined });
    expect(refusal?.code ?? 'passes').toBe(expected);
  });
});

describe('the cookie of a session', () => {
  const own = { 'sec-fetch-site': 'same-origin' };
  const elsewhere = { 'sec-fetch-site': 'cross-site' };
  const name = 'assent-consent-manager-7401';
  const served = new SessionCookie('consent-manager', local);
  const server = fastify();

  beforeAll(async () => {
    await server.register(fastifyCookie, { hook: false });
    const read = (request: Parameters<SessionCookie['read']>[0]) => ({ token: served.read(request) ?? null });
    server.get('/', read).post('/', read);
    server.post('/sign-in', (request, reply) => {
      served.set(request, reply, token, 60);
      return reply.send({});
    });
    server.post('/sign-out', (_request, reply) => {
      served.clear(reply);
      return reply.send({});
    });
    server.setErrorHandler((error, _request, reply) =>
      reply.send({ code: error instanceof RefusedError ? error.refusal.code : String(error) }),
    );
  });

  afterAll(() => server.close());

  it('is for this host alone, out of reach of scripts, and named by role and port', async () => {
    const set = await server.inject({ method: 'POST', url: '/sign-in', headers: own });
    expect(set.headers['set-cookie']).toBe(`${name}=${token}; Max-Age=60; Path=/; HttpOnly; SameSite=Strict`);
    const clear = await server.inject({ method: 'POST', url: '/sign-out' });
    expect(clear.headers['set-cookie']).toBe(`${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict`);
    expect(new SessionCookie('trust-registry-operator', open).name).toBe('__Host-assent-trust-registry-operator');
  });

  it.each<[string, Record<string, string>, 'GET' | 'POST', object]>([
    ['a bearer token', { authorization: `Bearer ${token}` }, 'POST', { token }],
    [
      'a bearer token, whatever cookie',
      { authorization: 'Bearer x', cookie: `${name}=${token}` },
      'GET',
      { token: null },
    ],
    ['the cookie', { cookie: `a=b; ${name}=${token}` }, 'GET', { token }],
    ['the cookie of another role', { cookie: `assent-trust-registry-operator-7401=${token}` }, 'GET', { token: null }],
    ['a cookie that is no token', { cookie: `${name}=x` }, 'GET', { token: null }],
    ['the cookie, from an own page', { cookie: `${name}=${token}`, ...own }, 'POST', { token }],
    ['the cookie, from elsewhere', { cookie: `${name}=${token}`, ...elsewhere }, 'POST', { code: 'cross-site-call' }],
    ['nothing', elsewhere, 'POST', { token: null }],
  ])('is read from %s', async (_what, headers, method, expected) => {
    expect((await server.inject({ method, url: '/', headers })).json()).toEqual(expected);
  });

  it('is not set for another page', async () => {
    const answer = await server.inject({ method: 'POST', url: '/sign-in', headers: elsewhere });
    expect([answer.json(), answer.headers['set-cookie']]).toEqual([{ code: 'cross-site-call' }, undefined]);
  });
});
