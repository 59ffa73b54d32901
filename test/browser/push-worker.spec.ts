import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ManagerUnderTest, startManager } from '../../apps/consent-manager/spec-support/manager-under-test.ts';
import { CleanUp } from '../../apps/network-node/terminal/clean-up.ts';
import { Words } from './languages.ts';
import { openChromium } from './open-chromium.ts';
import { signInNew } from './sign-in-new.ts';

const words = new Words('es', 'consent-manager/app');
const say = (path: string) => words.get(`person.${path}`);
const cleanUp = new CleanUp();
const request = '/app/requests/01a2023b-3619-77b4-8def-1892df4475a1';

let world: ManagerUnderTest;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const stopped: string[] = [];
const inTime = { timeout: 15_000 };
const notifications = 'navigator.serviceWorker.getRegistration().then((here) => here.getNotifications())';

beforeAll(async () => {
  world = await startManager({ WEB_PUSH_CONTACT: 'mailto:operations@saathi.example' });
  browser = await openChromium(cleanUp);
  context = await browser.newContext({ locale: 'es', permissions: ['notifications'], reducedMotion: 'reduce' });
  page = await context.newPage();
  page.on('console', (message) => {
    if (/content security policy|trusted ?type/i.test(message.text())) stopped.push(message.text());
  });
  await signInNew(page, world, words);
});

afterAll(async () => {
  await cleanUp.run();
  await world.stop();
});

/** Has the browser hand this to the worker, as its push service would. @returns what she is shown */
async function push(data: string): Promise<unknown> {
  const tools = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    tools.on(
      'ServiceWorker.workerRegistrationUpdated',
      ({ registrations: [first] }) => first && resolve(first.registrationId),
    );
  });
  // One that is closed is listed for a while yet.
  await page.evaluate(`${notifications}.then((all) => all.forEach((one) => one.close()))`);
  const many = () => page.evaluate(`${notifications}.then((all) => all.length)`);
  await expect.poll(many, inTime).toBe(0);
  await tools.send('ServiceWorker.enable');
  await tools.send('ServiceWorker.deliverPushMessage', { origin: world.url, registrationId: await registered, data });
  await tools.detach();
  const shown = `${notifications}.then((all) => all.map(({ title, body, lang, data }) => ({ title, body, lang, data })))`;
  await expect.poll(many, inTime).toBe(1);
  return page.evaluate(shown);
}

it('registers the worker by the one address that the policy of the pages allows', async () => {
  await page.getByRole('button', { name: say('notifications.pushTurnOn'), exact: true }).click();
  // A private window subscribes to nothing: the page says so, and nothing is kept.
  await page.getByText(say('notifications.pushNotReached')).waitFor();
  await page.getByText(say('notifications.pushIsOff')).waitFor();
  expect(await page.evaluate('navigator.serviceWorker.ready.then(({ active }) => active.scriptURL)')).toBe(
    `${world.url}/app/push-worker.js`,
  );
  expect(stopped).toEqual([]);
});

it('tells her in her language that a request waits, and leads to it alone', async () => {
  const told = { title: say('notifications.pushTitle'), body: say('notifications.pushBody'), lang: 'es' };
  expect(await push(JSON.stringify({ kind: 'consent-request', path: request }))).toEqual([{ ...told, data: request }]);
  for (const other of ['{"path":"https://elsewhere.example/app/"}', '{"path":"/me/consents"}', 'not JSON']) {
    expect(await push(other)).toEqual([{ ...told, data: '/app/' }]);
  }
});
