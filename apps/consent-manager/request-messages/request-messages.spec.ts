import { createECDH } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSeconds } from '#domain';
import { Database, sql } from '#platform';
import { eventually } from '#testing';
import { askConsent } from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { breakMessenger } from '../spec-support/messenger-under-test.ts';
import { Person } from '../spec-support/person-under-test.ts';
import { WriteAboutRequests } from './write-about-requests.ts';

let world: ManagerUnderTest;

beforeAll(async () => {
  // No timer writes between two steps of a test: each sweep is its own.
  world = await startManager({ REQUEST_MESSAGES_PER_PERSON_PER_HOUR: '2', RUN: 'http' });
});

afterAll(() => world.stop());

interface Sent {
  readonly to: { readonly value: string };
  readonly subject: string;
  readonly text: string;
}

async function sent(): Promise<Sent[]> {
  const names = (await readdir(world.outbox).catch(() => [])).sort();
  const whole = names.filter((name) => name.endsWith('.json'));
  return Promise.all(whole.map(async (name) => JSON.parse(await readFile(join(world.outbox, name), 'utf8'))));
}

const sentTo = async ({ email }: Person) =>
  (await sent()).filter(({ to, subject }) => to.value === email && !subject.startsWith('Your code'));
const sweep = () => world.part(WriteAboutRequests).sweep();
const stillDue = sql('test-still-due', 'SELECT handle FROM consent_requests WHERE write_at IS NOT NULL');
/** What was sent is marked a moment later: until then a leap of the clock would make it due again. */
const marked = () =>
  eventually(async () => ((await world.part(Database).read(stillDue)).length === 0 ? true : undefined));
const dueWithin = sql('test-due-within', 'SELECT handle FROM consent_requests WHERE write_at < $1');
/** Beyond the limit: left for the next hour, each by the job that looked at it. */
const putOff = () =>
  eventually(async () => {
    const soon = addSeconds(world.clock.now(), 60);
    return (await world.part(Database).read(dueWithin, [soon])).length === 0 ? true : undefined;
  });
const told = (person: Person, count: number) =>
  eventually(async () => {
    await sweep();
    return (await sentTo(person)).length === count ? sentTo(person) : undefined;
  });
/** To the beginning of an hour of the clock, so that none ends in the middle of a test. */
async function beginHour(): Promise<void> {
  world.clock.advance(3601 - ((Date.parse(world.clock.now()) / 1000) % 3600));
  await world.registry.publish({ now: world.clock.now() });
}

describe('a consent request that arrives', () => {
  it('is told to her verified contact, once, though every sweep looks for more', async () => {
    const asha = await Person.signIn(world, 'asha');
    await beginHour();
    const handle = await askConsent(world, asha.principal);
    const [message] = await told(asha, 1);
    expect(message?.text).toContain('The lender asks for your consent.');
    expect(message?.text).toContain(`sign in at The manager: ${world.url}`);
    expect(`${message?.subject} ${message?.text}`).not.toMatch(new RegExp(`${handle}|bank|loan|\\b\\d{6}\\b`));
    await marked();
    world.clock.advance(600);
    await Promise.all([sweep(), sweep(), sweep()]);
    expect(await sentTo(asha)).toHaveLength(1);
  });

  it('is told so many times an hour; the rest stands in one message of the next', async () => {
    const ravi = await Person.signIn(world, 'ravi');
    await beginHour();
    for (const count of [1, 2]) {
      await askConsent(world, ravi.principal);
      await told(ravi, count);
    }
    for (const by of [world.lender, world.shop, world.shop]) await askConsent(world, ravi.principal, {}, by);
    await Promise.all([sweep(), sweep()]);
    expect(await sentTo(ravi)).toHaveLength(2);
    await putOff();
    await beginHour();
    await Promise.all([sweep(), sweep()]);
    const messages = await told(ravi, 3);
    expect(messages[2]?.text).toContain('The lender and The shop ask for your consent: 3 requests wait for you.');
  });

  it('is told to no one where nobody has that id, and not once it was decided', async () => {
    const meera = await Person.signIn(world, 'meera');
    await beginHour();
    for (const count of [1, 2]) {
      await askConsent(world, meera.principal);
      await told(meera, count);
    }
    const decided = await askConsent(world, meera.principal);
    expect((await meera.post(`/me/consent-requests/${decided}/reject`, {})).status).toBe(200);
    const before = (await sent()).length;
    await askConsent(world, 'nobody@consent.example');
    await beginHour();
    await sweep();
    expect(await sent()).toHaveLength(before);
  });

  it('is told later where the message could not be handed over', async () => {
    const kabir = await Person.signIn(world, 'kabir');
    await beginHour();
    const messenger = breakMessenger(world);
    await askConsent(world, kabir.principal);
    await sweep();
    await messenger.failed(1);
    messenger.mend();
    await sweep();
    expect(await sentTo(kabir)).toEqual([]);
    world.clock.advance(121);
    await sweep();
    await told(kabir, 1);
  });

  it('is not told by mail to one who has chosen so, and is again once she chooses it', async () => {
    const nila = await Person.signIn(world, 'nila');
    expect((await nila.get('/me/notifications')).json.email).toEqual({ on: true });
    expect((await nila.put('/me/notifications', { email: { on: false } })).json.email).toEqual({ on: false });
    await beginHour();
    await askConsent(world, nila.principal);
    await sweep();
    await marked();
    expect(await sentTo(nila)).toEqual([]);
    await Person.signIn(world, 'nila');
    await nila.put('/me/notifications', { email: { on: true } });
    await askConsent(world, nila.principal);
    await told(nila, 1);
  });
});

it('no browser is told anything where push is switched off', async () => {
  const tara = await Person.signIn(world, 'tara');
  expect((await tara.get('/me/notifications')).json.push).toEqual({ publicKey: null, subscriptions: [] });
  const browser = createECDH('prime256v1').generateKeys('base64url');
  const keys = { p256dh: browser, auth: 'A'.repeat(22) };
  const answer = await tara.post('/me/push-subscriptions', { endpoint: 'https://fcm.googleapis.com/fcm/send/a', keys });
  expect([answer.status, answer.json.code]).toEqual([503, 'web-push-off']);
  expect(await readdir(world.settings.KEYS_FOLDER)).not.toContain('web-push.jwk.json');
});
