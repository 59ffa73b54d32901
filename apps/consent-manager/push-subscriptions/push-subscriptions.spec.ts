import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MessageNotSent, Messenger } from '#platform';
import { eventually } from '#testing';
import { WriteAboutRequests } from '../request-messages/write-about-requests.ts';
import { askConsent } from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { Person } from '../spec-support/person-under-test.ts';
import { PushedBrowser, PushService, vapidClaims } from '../spec-support/push-service-under-test.ts';

let service: PushService;
let world: ManagerUnderTest;

beforeAll(async () => {
  service = await PushService.start();
  world = await startManager({
    WEB_PUSH_CONTACT: 'mailto:operator@consent.example',
    WEB_PUSH_SERVICES: `push.example,${service.host}`,
    REQUEST_MESSAGES_PER_PERSON_PER_HOUR: '2',
    // No timer pushes between two steps of a test: each sweep is its own.
    RUN: 'http',
  });
});

afterAll(async () => {
  await world.stop();
  await service.stop();
});

beforeEach(async () => {
  service.answer = { status: 201 };
  // To the beginning of an hour of the clock, so that none ends in the middle of a test.
  world.clock.advance(3601 - ((Date.parse(world.clock.now()) / 1000) % 3600));
  await world.registry.publish({ now: world.clock.now() });
});

const sweep = () => world.part(WriteAboutRequests).sweep();
const later = async (seconds: number) => {
  world.clock.advance(seconds);
  await sweep();
};

async function subscribed(name: string) {
  const person = await Person.signIn(world, name);
  const browser = new PushedBrowser(service);
  const answer = await person.post('/me/push-subscriptions', browser.subscription());
  expect(answer.status, answer.text).toBe(201);
  return { person, browser, id: answer.json.id as string };
}

const told = (browser: PushedBrowser, count: number) =>
  eventually(async () => {
    await sweep();
    return service.of(browser).length === count ? service.of(browser) : undefined;
  });
const subscriptionsOf = async (person: Person) => (await person.get('/me/notifications')).json.push.subscriptions;

describe('a request that waits', () => {
  it('is told to her browser, sealed for it alone: that it waits, and the page, and no more', async () => {
    const { person, browser } = await subscribed('asha');
    const handle = await askConsent(world, person.principal);
    const [message] = await told(browser, 1);
    if (message === undefined) throw new Error('nothing was pushed');
    expect(JSON.parse(browser.open(message))).toEqual({ kind: 'consent-request', path: `/app/requests/${handle}` });
    expect(message.headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      urgency: 'high',
      topic: 'consent-request',
    });
    expect(Number(message.headers['ttl'])).toBeLessThanOrEqual(86_400);
    const { publicKey } = (await person.get('/me/notifications')).json.push;
    expect(vapidClaims(message, publicKey)).toMatchObject({
      aud: `http://${service.host}`,
      sub: 'mailto:operator@consent.example',
    });
    await sweep();
    await later(600);
    expect(service.of(browser)).toHaveLength(1);
  });

  it('is told to each of her browsers, and to no other person', async () => {
    const { person, browser } = await subscribed('ravi');
    const second = new PushedBrowser(service);
    await person.post('/me/push-subscriptions', second.subscription());
    const { browser: another } = await subscribed('someone');
    await askConsent(world, person.principal);
    await Promise.all([told(browser, 1), told(second, 1)]);
    expect(service.of(another)).toEqual([]);
  });

  it('is told as often an hour as by mail', async () => {
    const { person, browser } = await subscribed('meera');
    for (const count of [1, 2]) {
      await askConsent(world, person.principal);
      await told(browser, count);
    }
    await askConsent(world, person.principal);
    await sweep();
    await sweep();
    expect(service.of(browser)).toHaveLength(2);
  });

  it('is pushed once where its mail has to be tried again', async () => {
    const { person, browser } = await subscribed('kabir');
    const messenger = world.part(Messenger);
    const send = messenger.send.bind(messenger);
    let failures = 0;
    messenger.send = async () => {
      failures += 1;
      throw new MessageNotSent('the mail server did not take the message');
    };
    await askConsent(world, person.principal);
    await told(browser, 1);
    await later(121);
    await eventually(() => failures >= 2 || undefined);
    messenger.send = send;
    await sweep();
    expect(service.of(browser)).toHaveLength(1);
  });

  it('is told again later where the push service is away, five times at most', async () => {
    const { person, browser } = await subscribed('nila');
    service.answer = { status: 503 };
    await askConsent(world, person.principal);
    await told(browser, 1);
    const pushed = async (afterSeconds: number) => {
      await later(afterSeconds);
      return service.of(browser).length;
    };
    expect([await pushed(59), await pushed(2)]).toEqual([1, 2]);
    service.answer = { status: 429, headers: { 'retry-after': '3000' } };
    expect([await pushed(238), await pushed(3)]).toEqual([2, 3]);
    service.answer = { status: 503 };
    expect([await pushed(2000), await pushed(1001), await pushed(3601), await pushed(3601)]).toEqual([3, 4, 5, 5]);
    expect(await subscriptionsOf(person)).toHaveLength(1);
  });

  it.each([404, 410])('ends the subscription where the push service answers %s', async (status) => {
    const { person, browser } = await subscribed(`gone-${status}`);
    service.answer = { status };
    await askConsent(world, person.principal);
    await told(browser, 1);
    await eventually(async () => (await subscriptionsOf(person)).length === 0 || undefined);
  });

  it('follows no redirect', async () => {
    const { person, browser } = await subscribed('led-away');
    service.answer = { status: 307, headers: { location: `http://${service.host}/push/elsewhere` } };
    await askConsent(world, person.principal);
    await told(browser, 1);
    expect(service.pushed.filter((message) => message.browser === 'elsewhere')).toEqual([]);
  });
});

describe('the browsers of a person', () => {
  it('are listed by what they are, without their endpoints, and removed by her alone', async () => {
    const { person, id } = await subscribed('leela');
    const other = await Person.signIn(world, 'other');
    expect((await other.delete(`/me/push-subscriptions/${id}`)).status).toBe(204);
    const answer = await person.get('/me/notifications');
    expect(answer.json.push.subscriptions).toEqual([{ id, device: 'A program', madeAt: expect.any(String) }]);
    expect(answer.text).not.toContain(service.host);
    expect((await person.delete(`/me/push-subscriptions/${id}`)).status).toBe(204);
    expect(await subscriptionsOf(person)).toEqual([]);
  });

  it('are one person at a time: whoever subscribes with a browser has it', async () => {
    const { person, browser, id } = await subscribed('before');
    const after = await Person.signIn(world, 'after');
    expect((await after.post('/me/push-subscriptions', browser.subscription())).json.id).toBe(id);
    expect([await subscriptionsOf(person), (await subscriptionsOf(after)).length]).toEqual([[], 1]);
  });

  it('are ten at most, also where many ask at once', async () => {
    const person = await Person.signIn(world, 'many');
    const browsers = Array.from({ length: 13 }, () => new PushedBrowser(service));
    const answers = await Promise.all(
      browsers.map((browser) => person.post('/me/push-subscriptions', browser.subscription())),
    );
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map(({ json }) => json.code)).toEqual(Array(3).fill('too-many-push-subscriptions'));
    const [known] = browsers.filter((_, index) => answers[index]?.status === 201);
    expect((await person.post('/me/push-subscriptions', known?.subscription())).status).toBe(201);
  });

  it.each<[string, (given: ReturnType<PushedBrowser['subscription']>) => object, string]>([
    [
      'an endpoint elsewhere',
      (given) => ({ ...given, endpoint: 'http://127.0.0.1:1/push' }),
      'push-service-not-listed',
    ],
    [
      'plain HTTP to a listed name with another port',
      (given) => ({ ...given, endpoint: 'http://push.example:8080/' }),
      'push-service-not-listed',
    ],
    ['no address', (given) => ({ ...given, endpoint: 'push' }), 'schema-mismatch'],
    [
      'a key that is no point',
      (given) => ({ ...given, keys: { ...given.keys, p256dh: `B${'A'.repeat(86)}` } }),
      'schema-mismatch',
    ],
    ['a short secret', (given) => ({ ...given, keys: { ...given.keys, auth: 'AAAA' } }), 'schema-mismatch'],
    ['more than that', (given) => ({ ...given, expirationTime: null }), 'schema-mismatch'],
  ])('are refused with %s', async (_what, alter, code) => {
    const person = await Person.signIn(world, 'refused');
    const answer = await person.post('/me/push-subscriptions', alter(new PushedBrowser(service).subscription()));
    expect(answer.json.code, answer.text).toBe(code);
  });
});

describe('the key that push services know this role by', () => {
  it('lies with the other keys, for its owner alone', async () => {
    const { mode } = await stat(join(world.settings.KEYS_FOLDER, 'web-push.jwk.json'));
    expect(mode & 0o777).toBe(0o600);
  });
});
