import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askConsent } from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { PasskeyUnderTest } from '../spec-support/passkey-under-test.ts';
import { type Answer, answerOf, Person } from '../spec-support/person-under-test.ts';

let world: ManagerUnderTest;

beforeAll(async () => {
  world = await startManager();
});

afterAll(() => world.stop());

const outcomeOf = ({ status, json }: Answer) => (status < 300 ? status : json.code);

/** As a page of the browser calls. */
async function fromPage(method: string, path: string, headers: Record<string, string>, body?: object): Promise<Answer> {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  return answerOf(await fetch(`${world.url}${path}`, { method, headers: { ...type, ...headers }, ...content }));
}

describe('a passkey', () => {
  it('is made after a one-time code, and signs in from then on', async () => {
    const asha = await Person.signIn(world, 'asha');
    expect((await asha.get('/me')).json).toMatchObject({ hasPasskey: false, sessionMethod: 'one-time-code' });
    const passkey = await PasskeyUnderTest.make(world, asha, 'Pixel');
    expect((await asha.get('/me')).json).toMatchObject({ hasPasskey: true, sessionMethod: 'passkey' });
    const session = await passkey.signIn();
    expect([session.status, session.json.principal]).toEqual([201, 'asha@consent.example']);
    const again = Object.assign(new Person(world, asha.email), { token: session.json.token });
    expect((await again.get('/me')).json).toMatchObject({ hasPasskey: true, sessionMethod: 'passkey' });
    expect((await again.get('/me/passkeys')).json).toEqual({
      passkeys: [
        {
          ...{ id: passkey.id, name: 'Pixel', isBackedUp: false },
          madeAt: expect.any(String),
          lastUsedAt: expect.any(String),
        },
      ],
    });
    expect(await asha.timeline()).toContain('passkey.made');
  });

  it('is offered for the person by a name that tells nothing of her', async () => {
    const asha = await Person.signIn(world, 'offered');
    const { json } = await asha.post('/me/passkeys/options', {});
    expect(json.publicKey.user.name).toBe('offered@consent.example');
    expect(Buffer.from(json.publicKey.user.id, 'base64url')).toHaveLength(32);
    expect(json.publicKey.authenticatorSelection).toMatchObject({
      residentKey: 'required',
      userVerification: 'required',
    });
    expect(json.publicKey.pubKeyCredParams.map(({ alg }: { alg: number }) => alg)).toEqual([-7, -8, -257]);
  });

  it('is for the name of the host where the page was opened by it', async () => {
    const nobody = new Person(world, '');
    const origin = world.url.replace('127.0.0.1', 'localhost');
    const named = await fromPage('POST', '/sign-in/passkeys/options', { origin }, {});
    const plain = await nobody.post('/sign-in/passkeys/options', {});
    const elsewhere = await fromPage('POST', '/sign-in/passkeys/options', { origin: 'https://evil.example' }, {});
    expect([named.json.publicKey.rpId, plain.json.publicKey.rpId]).toEqual(['localhost', '127.0.0.1']);
    expect(outcomeOf(elsewhere)).toBe('cross-site-call');
  });

  it.each([
    ['without the person verified', { isUserVerified: false }],
    ['at another origin', { origin: 'https://evil.example' }],
    ['for another challenge', { challenge: 'A'.repeat(43) }],
  ])('does not sign in %s', async (_what, unlike) => {
    const person = await Person.signIn(world, `refused-${uuidv7()}`);
    const passkey = await PasskeyUnderTest.make(world, person);
    expect(outcomeOf(await passkey.signIn({}, unlike))).toBe('passkey-refused');
    expect(outcomeOf(await passkey.signIn())).toBe(201);
  });

  it('is removed by its owner alone, and does not sign in any more', async () => {
    const [asha, ravi] = [await Person.signIn(world, 'remover'), await Person.signIn(world, 'other')];
    const [passkey, another] = [await PasskeyUnderTest.make(world, asha), await PasskeyUnderTest.make(world, asha)];
    expect(outcomeOf(await ravi.delete(`/me/passkeys/${passkey.id}`))).toBe('not-found');
    expect(outcomeOf(await asha.delete(`/me/passkeys/${passkey.id}`))).toBe(204);
    expect(outcomeOf(await passkey.signIn())).toBe('passkey-refused');
    expect(outcomeOf(await another.signIn())).toBe(201);
    expect(await asha.timeline()).toContain('passkey.removed');
  });

  it('ends, where it was the last one, whatever was opened by one', async () => {
    const byCode = await Person.signIn(world, 'last');
    const byPasskey = await Person.signIn(world, 'last');
    const [first, last] = [
      await PasskeyUnderTest.make(world, byPasskey),
      await PasskeyUnderTest.make(world, byPasskey),
    ];
    const elsewhere = Object.assign(new Person(world, ''), { token: (await last.signIn()).json.token });
    const open = async () =>
      Promise.all([byCode, byPasskey, elsewhere].map(async (one) => outcomeOf(await one.get('/me'))));
    await byPasskey.delete(`/me/passkeys/${first.id}`);
    expect(await open()).toEqual([200, 200, 200]);
    await byPasskey.delete(`/me/passkeys/${last.id}`);
    expect(await open()).toEqual([200, 'sign-in-required', 'sign-in-required']);
    expect((await byCode.get('/me')).json.hasPasskey).toBe(false);
  });

  it('ends what was opened by one, too, where the last two are removed at once', async () => {
    const asha = await Person.signIn(world, 'at-once');
    const made = [await PasskeyUnderTest.make(world, asha), await PasskeyUnderTest.make(world, asha)];
    const removed = await Promise.all(made.map(({ id }) => asha.delete(`/me/passkeys/${id}`)));
    expect(removed.map(outcomeOf)).toEqual([204, 204]);
    expect(outcomeOf(await asha.get('/me'))).toBe('sign-in-required');
  });

  it('is not removed from a page that was left open', async () => {
    const asha = await Person.signIn(world, 'left-open');
    const passkey = await PasskeyUnderTest.make(world, asha);
    world.clock.advance(901);
    expect(outcomeOf(await asha.delete(`/me/passkeys/${passkey.id}`))).toBe('sign-in-not-fresh');
    const again = Object.assign(new Person(world, ''), { token: (await passkey.signIn()).json.token });
    expect(outcomeOf(await again.delete(`/me/passkeys/${passkey.id}`))).toBe(204);
  });

  it('is out of reach of one who only reads her mail', async () => {
    const asha = await Person.signIn(world, 'mail');
    const passkey = await PasskeyUnderTest.make(world, asha);
    const thief = await Person.signIn(world, 'mail');
    const handle = await askConsent(world, asha.principal);
    const tried = [
      await new PasskeyUnderTest(world, thief).makeAs('Mine'),
      await thief.delete(`/me/passkeys/${passkey.id}`),
      await thief.post('/me/recovery-codes'),
      await thief.post(`/me/consent-requests/${handle}/approve`, {}),
    ];
    expect(tried.map(outcomeOf)).toEqual(Array(4).fill('passkey-required'));
  });
});

describe('a session', () => {
  it('is held by a page in a cookie that no script reads, and never in the answer', async () => {
    const asha = await Person.signIn(world, 'page');
    const passkey = await PasskeyUnderTest.make(world, asha);
    const { json } = await fromPage('POST', '/sign-in/passkeys/options', {}, {});
    const response = await passkey.device.use(json.publicKey, { origin: world.url });
    const body = { ceremonyId: json.ceremonyId, response, session: 'cookie' };
    const opened = await fromPage('POST', '/sign-in/passkeys', { origin: world.url }, body);
    expect(Object.keys(opened.json).sort()).toEqual(['expiresAt', 'principal']);
    const set = opened.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/^assent-consent-manager-\d+=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    const cookie = set.split(';')[0] ?? '';
    expect((await fromPage('GET', '/me', { cookie })).json.principal).toBe(asha.principal);
    const end = (headers: Record<string, string>) => fromPage('DELETE', '/me/session', { cookie, ...headers });
    expect(outcomeOf(await end({}))).toBe('cross-site-call');
    expect(outcomeOf(await end({ origin: 'https://evil.example' }))).toBe('cross-site-call');
    expect(outcomeOf(await end({ 'sec-fetch-site': 'cross-site', origin: world.url }))).toBe('cross-site-call');
    const out = await end({ 'sec-fetch-site': 'same-origin' });
    expect([out.status, out.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('Max-Age=0')]);
    expect(outcomeOf(await fromPage('GET', '/me', { cookie }))).toBe('sign-in-required');
  });

  it('is not handed to another page as a cookie', async () => {
    const asha = await Person.signIn(world, 'cross');
    const passkey = await PasskeyUnderTest.make(world, asha);
    const refused = await passkey.signIn({ session: 'cookie' });
    expect([outcomeOf(refused), refused.headers.get('set-cookie')]).toEqual(['cross-site-call', null]);
  });

  it('shows where she is signed in, how and on what, and is ended from elsewhere', async () => {
    const asha = await Person.signIn(world, 'sessions');
    const passkey = await PasskeyUnderTest.make(world, asha);
    const { json } = await fromPage('POST', '/sign-in/passkeys/options', {}, {});
    const response = await passkey.device.use(json.publicKey, { origin: world.url });
    const agent = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile Safari/537.36';
    const opened = await fromPage(
      'POST',
      '/sign-in/passkeys',
      { 'user-agent': agent },
      { ceremonyId: json.ceremonyId, response },
    );
    const phone = Object.assign(new Person(world, ''), { token: opened.json.token });
    const { sessions } = (await asha.get('/me/sessions')).json;
    expect(sessions).toMatchObject([
      { method: 'passkey', device: 'Chrome on Android', isCurrent: false },
      { method: 'passkey', device: 'A program', isCurrent: true },
    ]);
    expect(JSON.stringify(sessions)).not.toContain('Mozilla');
    const ravi = await Person.signIn(world, 'stranger');
    expect(outcomeOf(await ravi.delete(`/me/sessions/${sessions[0].id}`))).toBe('not-found');
    expect((await phone.get('/me')).status).toBe(200);
    expect(outcomeOf(await asha.delete(`/me/sessions/${sessions[0].id}`))).toBe(204);
    expect(outcomeOf(await phone.get('/me'))).toBe('sign-in-required');
  });

  it('is one of fifty at most: the oldest ends', async () => {
    const asha = await Person.signIn(world, 'fifty');
    const passkey = await PasskeyUnderTest.make(world, asha);
    const opened = [];
    for (let n = 0; n < 50; n += 1) opened.push((await passkey.signIn()).json.token);
    expect(outcomeOf(await asha.get('/me'))).toBe('sign-in-required');
    const oldest = Object.assign(new Person(world, ''), { token: opened[0] });
    expect((await oldest.get('/me/sessions')).json.sessions).toHaveLength(50);
  });
});
