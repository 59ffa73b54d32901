import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importJWK, type JWK, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cookieName } from '#platform';
import { createTestFolder } from '#testing';
import { Retention } from '../retention/retention.ts';
import { Browser } from '../spec-support/browser-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { OpenIdProviderUnderTest } from '../spec-support/openid-provider-under-test.ts';
import { newestCode, Person } from '../spec-support/person-under-test.ts';

const secret = 'a secret of this test, long enough for anyone';

let folder: Awaited<ReturnType<typeof createTestFolder>>;
let provider: OpenIdProviderUnderTest;
let world: ManagerUnderTest;
let sessionCookie: string;
let ceremonyCookie: string;

beforeAll(async () => {
  folder = await createTestFolder();
  provider = await OpenIdProviderUnderTest.start();
  await writeFile(join(folder.path, 'town.secret'), `${secret}\n`, { mode: 0o600 });
  const { issuer } = provider;
  const bySecret = { issuer, clientId: 'town', clientSecretFile: 'town.secret' };
  const described = [
    { ...bySecret, id: 'town', title: 'Town' },
    { id: 'signed', title: 'By key', issuer, clientId: 'signed', keyFile: 'signed.jwk.json' },
    { ...bySecret, id: 'elsewhere', title: 'Elsewhere' },
    { ...bySecret, id: 'away', title: 'Away', issuer: 'http://127.0.0.1:1' },
  ];
  const file = join(folder.path, 'providers.json');
  await writeFile(file, JSON.stringify(described));
  world = await startManager({ OPENID_PROVIDERS_FILE: file });
  sessionCookie = cookieName('consent-manager', world.url);
  ceremonyCookie = cookieName('consent-manager-openid', world.url);
  const callback = (id: string) => `${world.url}/sign-in/openid/${id}/callback`;
  const answer = await fetch(`${world.url}/sign-in/openid/signed/keys`);
  const keys = (await answer.json()) as { keys: JWK[] };
  provider.register([
    { client_id: 'town', client_secret: secret, redirect_uris: [callback('town'), callback('elsewhere')] },
    {
      client_id: 'signed',
      redirect_uris: [callback('signed')],
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES256',
      // The provider would fetch them by jwks_uri, but never from this machine.
      jwks: keys,
    },
  ]);
});

afterAll(async () => {
  await world.stop();
  await provider.stop();
  await folder.remove();
});

beforeEach(() => provider.lies.clear());

const isPage = ({ pathname }: URL) => pathname === '/app/';
const isCallback = ({ pathname }: URL) => pathname.endsWith('/callback');
const begin = (id = 'town') => `${world.url}/sign-in/openid/${id}/begin`;

/** Through the provider and back. @returns what the pages are told */
async function goBy(browser: Browser, id = 'town'): Promise<string> {
  const { search } = await browser.open(begin(id), isPage);
  return search;
}

async function json(browser: Browser, path: string, body?: object) {
  const answer = await browser.call(`${world.url}${path}`, body && { method: 'POST', body });
  // biome-ignore lint/suspicious/noExplicitAny: specs look into answers of many forms
  return { status: answer.status, json: (await answer.json()) as any };
}

/** Shows by a code sent to this contact who she is. */
async function confirm(browser: Browser, email: string, more: object = {}) {
  const { json: sent } = await json(browser, '/sign-in/codes', { contact: { kind: 'email', value: email } });
  const code = await newestCode(world.outbox, email);
  const given = { signInId: sent.signInId, code, session: 'cookie', ...more };
  return json(browser, '/sign-in/openid-confirmation', given);
}

const me = (browser: Browser) => json(browser, '/me');
const refused = '?sign-in-refused=openid-sign-in-refused';

describe('signing in with an OpenID provider', () => {
  it('makes a new person of one who confirms a contact, and is enough from then on', async () => {
    provider.account = { sub: 'asha-1', email: 'asha@town.example', email_verified: true };
    const browser = new Browser();
    expect(await goBy(browser)).toBe('?sign-in=confirm');
    expect(browser.holds(sessionCookie)).toBe(false);
    expect((await json(browser, '/sign-in/openid-confirmation')).json).toEqual({
      provider: { id: 'town', title: 'Town' },
      email: 'asha@town.example',
    });
    const answer = await confirm(browser, 'asha@mail.example', { principal: 'asha' });
    expect(answer).toMatchObject({ status: 201, json: { principal: 'asha@consent.example' } });
    expect(answer.json.token).toBeUndefined();
    expect([browser.holds(sessionCookie), browser.holds(ceremonyCookie)]).toEqual([true, false]);

    const another = new Browser();
    expect(await goBy(another)).toBe('');
    expect((await me(another)).json.principal).toBe('asha@consent.example');
    const { sessions } = (await json(another, '/me/sessions')).json;
    expect(sessions[0]).toMatchObject({ method: 'openid-connect', device: 'Firefox on Linux', isCurrent: true });
    expect(another.visited.join(' ')).not.toMatch(/asha|mail\.example|town\.example/);
    const { entries } = (await json(another, '/me/timeline')).json;
    expect(entries.map(({ text }: { text: string }) => text)).toContain('From now on Town signs you in.');
  });

  it('shows the provider by a signature who asks, where the settings name a key', async () => {
    provider.account = { sub: 'ravi-1' };
    const browser = new Browser();
    expect(await goBy(browser, 'signed')).toBe('?sign-in=confirm');
    expect((await json(browser, '/sign-in/openid-confirmation')).json.email).toBeNull();
  });

  it('is no way to become someone whose mail address the provider says it has verified', async () => {
    const meera = await Person.signIn(world, 'meera');
    provider.account = { sub: 'mallory-1', email: meera.email, email_verified: true };
    const browser = new Browser();
    expect(await goBy(browser)).toBe('?sign-in=confirm');
    expect((await me(browser)).status).toBe(401);
    const wrong = await confirm(browser, meera.email, { code: '000000' });
    expect(wrong.json.code).toBe('code-wrong-or-expired');
    expect((await confirm(browser, meera.email)).json.principal).toBe(meera.principal);
    expect((await me(browser)).json.principal).toBe(meera.principal);
  });

  it('proposes no mail address that the provider has not verified', async () => {
    provider.account = { sub: 'unsure-1', email: 'unsure@town.example', email_verified: false };
    const browser = new Browser();
    await goBy(browser);
    expect((await json(browser, '/sign-in/openid-confirmation')).json.email).toBeNull();
  });

  it('can be ended by her, and by nobody else', async () => {
    provider.account = { sub: 'leela-1' };
    const browser = new Browser();
    await goBy(browser);
    await confirm(browser, 'leela@mail.example');
    const { identities } = (await json(browser, '/me/openid-identities')).json;
    expect(identities).toMatchObject([{ title: 'Town', issuer: provider.issuer }]);
    const other = await Person.signIn(world, 'other');
    expect((await other.delete(`/me/openid-identities/${identities[0].id}`)).status).toBe(404);
    const answer = await browser.call(`${world.url}/me/openid-identities/${identities[0].id}`, { method: 'DELETE' });
    expect(answer.status).toBe(204);
    expect(await goBy(new Browser())).toBe('?sign-in=confirm');
  });

  it('is offered where the settings name a provider', async () => {
    const { json: ways } = await json(new Browser(), '/sign-in/providers');
    expect(ways).toMatchObject({ oneTimeCode: true, passkey: true });
    expect(ways.openid[0]).toEqual({ id: 'town', title: 'Town' });
    expect((await fetch(begin('unknown'), { redirect: 'manual' })).status).toBe(404);
  });
});

describe('a way back from the provider', () => {
  beforeEach(() => {
    provider.account = { sub: 'nila-1' };
  });

  it('leads nowhere in another browser, and asks the provider nothing', async () => {
    const theirs = await new Browser().open(begin(), isCallback);
    const asked = provider.asked.filter((path) => path === '/token').length;
    const victim = new Browser();
    await victim.open(begin(), isCallback);
    for (const browser of [new Browser(), victim]) {
      expect((await browser.open(theirs.href, isPage)).search).toBe(refused);
      expect(browser.holds(sessionCookie)).toBe(false);
    }
    expect(provider.asked.filter((path) => path === '/token')).toHaveLength(asked);
  });

  it('is gone once', async () => {
    const browser = new Browser();
    const { href } = await browser.open(begin(), isCallback);
    const searches = await Promise.all([1, 2, 3].map(async () => (await browser.open(href, isPage)).search));
    expect(searches.sort()).toEqual([refused, refused, '?sign-in=confirm']);
  });

  it('lapses after a quarter of an hour, and with it what was to be confirmed', async () => {
    const [late, shown] = [new Browser(), new Browser()];
    const { href } = await late.open(begin(), isCallback);
    await goBy(shown);
    world.clock.advance(901);
    expect((await late.open(href, isPage)).search).toBe(refused);
    expect((await json(shown, '/sign-in/openid-confirmation')).json.code).toBe('openid-sign-in-refused');
    await world.part(Retention).sweep();
  });

  it('is of the provider that was asked', async () => {
    const browser = new Browser();
    const { search } = await browser.open(begin(), isCallback);
    const crossed = `${world.url}/sign-in/openid/signed/callback${search}`;
    expect((await browser.open(crossed, isPage)).search).toBe(refused);
  });

  it('says so where she says no there', async () => {
    provider.account = undefined;
    expect(await goBy(new Browser())).toBe(refused);
  });

  it('is confirmed by a page of its own origin alone', async () => {
    const browser = new Browser();
    await goBy(browser);
    const foreign = await fetch(`${world.url}/sign-in/openid-confirmation`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://evil.example' },
      body: JSON.stringify({ signInId: crypto.randomUUID(), code: '123456' }),
    });
    expect((await foreign.json()) as object).toMatchObject({ status: 403 });
    expect((await confirm(new Browser(), 'nila@mail.example')).json.code).toBe('openid-sign-in-refused');
  });
});

describe('what a provider says is not believed', () => {
  type Claims = Record<string, unknown>;
  const claimsOf = (token: string): Claims =>
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  const sign = async (claims: Claims) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'provider' })
      .sign(await importJWK(provider.key, 'ES256'));
  const unsigned = (claims: Claims) =>
    `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`;
  const past = Math.floor(Date.now() / 1000) - 3600;

  it('but for what it signs as it should', async () => {
    provider.account = { sub: 'kabir-1' };
    provider.lies.set('/token', async (body) => {
      body['id_token'] = await sign(claimsOf(String(body['id_token'])));
    });
    expect(await goBy(new Browser())).toBe('?sign-in=confirm');
  });

  it.each<[string, (claims: Claims, token: string) => Promise<string | undefined> | string]>([
    ['another nonce', (claims) => sign({ ...claims, nonce: 'of another sign-in' })],
    ['no nonce', ({ nonce: _, ...claims }) => sign(claims)],
    ['another audience', (claims) => sign({ ...claims, aud: 'someone else' })],
    ['another issuer', (claims) => sign({ ...claims, iss: 'https://evil.example' })],
    ['an end that is past', (claims) => sign({ ...claims, exp: past })],
    ['no subject', ({ sub: _, ...claims }) => sign(claims)],
    ['a subject that is too long', (claims) => sign({ ...claims, sub: 'x'.repeat(256) })],
    ['no signature', unsigned],
    [
      'claims that were altered',
      (claims, token) => {
        const [head, , signature] = token.split('.');
        return [head, unsigned({ ...claims, sub: 'asha-1' }).split('.')[1], signature].join('.');
      },
    ],
    ['no identity', async () => undefined],
  ])('with %s', async (_what, lie) => {
    provider.account = { sub: 'kabir-1' };
    provider.lies.set('/token', async (body) => {
      const token = String(body['id_token']);
      body['id_token'] = await lie(claimsOf(token), token);
    });
    const browser = new Browser();
    expect(await goBy(browser)).toBe(refused);
    expect(browser.holds(sessionCookie)).toBe(false);
  });

  it.each(['issuer', 'token_endpoint', 'jwks_uri'])('with its %s elsewhere', async (field) => {
    provider.account = { sub: 'kabir-1' };
    provider.lies.set('/.well-known/openid-configuration', (body) => {
      body[field] = `http://127.0.0.1:1/${field}`;
    });
    const search = await goBy(new Browser(), 'elsewhere');
    expect(search).toMatch(/^\?sign-in-refused=openid-(sign-in-refused|provider-unavailable)$/);
  });

  it('and one who does not answer is named as away', async () => {
    expect(await goBy(new Browser(), 'away')).toBe('?sign-in-refused=openid-provider-unavailable');
  });
});
