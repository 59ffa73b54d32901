import { Client } from 'pg';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ManagerUnderTest, startManager } from '../../apps/consent-manager/spec-support/manager-under-test.ts';
import { CleanUp } from '../../apps/network-node/terminal/clean-up.ts';
import { Words } from './languages.ts';
import { openProfile } from './open-chromium.ts';
import { PushRegistrations } from './push-registrations.ts';
import { signInNew } from './sign-in-new.ts';

const words = new Words('es', 'consent-manager/app');
const say = (path: string) => words.get(`person.${path}`);
const cleanUp = new CleanUp();
/** Chromium tells a worker that what it had subscribed to is no more, and that it may subscribe again. */
const tellOfChanges =
  '--enable-features=PushSubscriptionChangeEventOnInvalidation,PushSubscriptionChangeEventOnResubscribe';

let world: ManagerUnderTest;
let registrations: PushRegistrations;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  world = await startManager({ WEB_PUSH_CONTACT: 'mailto:operations@saathi.example' });
  registrations = await PushRegistrations.start();
  cleanUp.add(() => registrations.stop());
  context = await openProfile(cleanUp, [...registrations.switches, tellOfChanges]);
  page = await context.newPage();
  await page.goto(`${world.url}/app/`);
  await letNotify('allow');
  await signInNew(page, world, words);
});

afterAll(async () => {
  await cleanUp.run();
  await world.stop();
});

/** As she does in the browser's own settings of this site. */
async function letNotify(setting: 'allow' | 'block'): Promise<void> {
  const settings = await context.newPage();
  await settings.goto(`chrome://settings/content/siteDetails?site=${encodeURIComponent(world.url)}`);
  await settings.evaluate(`chrome.send('setOriginPermissions', ['${world.url}', 'notifications', '${setting}'])`);
  await settings.close();
  await page.waitForFunction(`Notification.permission === '${setting === 'allow' ? 'granted' : 'denied'}'`);
}

/** What the browser has. */
const subscribed = () =>
  page.evaluate<{ endpoint: string; keys: object } | null>(
    `navigator.serviceWorker.ready.then(({ pushManager }) => pushManager.getSubscription()).then((one) =>
      one && { endpoint: one.endpoint, keys: one.toJSON().keys })`,
  );

/** What the consent manager has. */
async function kept() {
  const client = new Client({ connectionString: world.databaseUrl });
  await client.connect();
  const found = await client.query('SELECT id, endpoint, p256dh, auth FROM consent_manager.push_subscriptions');
  await client.end();
  return (found.rows as { id: string; endpoint: string; p256dh: Buffer; auth: Buffer }[]).map((row) => ({
    id: row.id,
    endpoint: row.endpoint,
    keys: { p256dh: row.p256dh.toString('base64url'), auth: row.auth.toString('base64url') },
  }));
}

const button = (path: string) => page.getByRole('button', { name: say(path), exact: true });

it('is the one that the browser made, under the key of the consent manager', async () => {
  await button('notifications.pushTurnOn').click();
  await page.getByText(say('notifications.pushIsOn')).waitFor();
  const [one, ...others] = await kept();
  expect([{ id: one?.id, ...(await subscribed()) }, others]).toEqual([one, []]);
  const { push } = await page.evaluate<{ push: { publicKey: string } }>(
    "fetch('/me/notifications').then((answer) => answer.json())",
  );
  expect(registrations.senders.at(-1)).toBe(push.publicKey);
});

it('is made and told anew by the worker, where the browser had to forget it, without her doing', async () => {
  const [before] = await kept();
  await letNotify('block');
  await expect.poll(subscribed).toBeNull();
  await letNotify('allow');
  await expect.poll(async () => (await kept())[0]?.endpoint).not.toBe(before?.endpoint);
  expect(await kept()).toEqual([{ id: before?.id, ...(await subscribed()) }]);
  await page.goto(`${world.url}/app/notifications`);
  await page.getByText(say('notifications.pushIsOn')).waitFor();
});

it('is told when she signs in again, where it changed while she was signed out', async () => {
  const [before] = await kept();
  await letNotify('block');
  await expect.poll(subscribed).toBeNull();
  await context.clearCookies();
  await letNotify('allow');
  await expect.poll(async () => (await subscribed())?.endpoint ?? before?.endpoint).not.toBe(before?.endpoint);
  expect((await kept())[0]?.endpoint).toBe(before?.endpoint);
  await signInNew(page, world, words);
  await expect.poll(async () => (await kept())[0]?.endpoint).toBe((await subscribed())?.endpoint);
  await page.getByText(say('notifications.pushIsOn')).waitFor();
});

it('ends where she wants to be told no more, and comes back by nothing but her', async () => {
  await button('notifications.pushTurnOff').click();
  await page.getByText(say('notifications.pushIsOff')).waitFor();
  expect([await subscribed(), await kept()]).toEqual([null, []]);
  const asked = registrations.senders.length;
  await letNotify('block');
  await letNotify('allow');
  await page.reload();
  await page.getByText(say('notifications.pushIsOff')).waitFor();
  expect([await kept(), registrations.senders.length]).toEqual([[], asked]);
});
