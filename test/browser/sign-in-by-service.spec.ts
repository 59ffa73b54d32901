import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestFolder } from '#testing';
import { type ManagerUnderTest, startManager } from '../../apps/consent-manager/spec-support/manager-under-test.ts';
import { OpenIdProviderUnderTest } from '../../apps/consent-manager/spec-support/openid-provider-under-test.ts';
import { newestCode } from '../../apps/consent-manager/spec-support/person-under-test.ts';
import { CleanUp } from '../../apps/network-node/terminal/clean-up.ts';
import { checkPage } from './check-page.ts';
import { Findings } from './finding.ts';
import { Words } from './languages.ts';
import { openChromium } from './open-chromium.ts';

const words = new Words('en', 'consent-manager/app');
const say = (path: string) => words.get(`person.${path}`, { service: 'Town' });
const cleanUp = new CleanUp();
const findings = new Findings(() => undefined);

let folder: Awaited<ReturnType<typeof createTestFolder>>;
let provider: OpenIdProviderUnderTest;
let world: ManagerUnderTest;
let browser: Browser;

beforeAll(async () => {
  folder = await createTestFolder();
  provider = await OpenIdProviderUnderTest.start();
  await writeFile(join(folder.path, 'town.secret'), 'a secret of this test, long enough\n', { mode: 0o600 });
  const town = {
    id: 'town',
    title: 'Town',
    issuer: provider.issuer,
    clientId: 'town',
    clientSecretFile: 'town.secret',
  };
  const file = join(folder.path, 'providers.json');
  await writeFile(file, JSON.stringify([town]));
  world = await startManager({ OPENID_PROVIDERS_FILE: file });
  provider.register([
    {
      client_id: 'town',
      client_secret: 'a secret of this test, long enough',
      redirect_uris: [`${world.url}/sign-in/openid/town/callback`],
    },
  ]);
  browser = await openChromium(cleanUp);
});

afterAll(async () => {
  await cleanUp.run();
  await world.stop();
  await provider.stop();
  await folder.remove();
});

/** Someone before a browser that knows nobody yet, on a phone. */
async function openDoor(): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en',
    viewport: { width: 360, height: 780 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) findings.add('csp', page.url(), message.text());
  });
  await page.goto(`${world.url}/app/`);
  return page;
}

const button = (page: Page, path: string) => page.getByRole('button', { name: say(path), exact: true });
const link = (page: Page, path: string) => page.getByRole('link', { name: say(path), exact: true });

it('who comes by another service confirms once who she is, is let in by it from then on, and can end that', async () => {
  provider.account = { sub: 'asha-1', email: 'asha@town.example', email_verified: true };
  const page = await openDoor();
  await link(page, 'services.signIn').click();
  await page.getByRole('heading', { name: say('services.confirmTitle') }).waitFor();
  const contact = page.getByLabel(say('signIn.contact'), { exact: true });
  expect(await contact.inputValue()).toBe('asha@town.example');
  await checkPage(page, 'confirm', findings);
  await page.getByText(say('signIn.isNew')).click();
  await page.getByLabel(say('signIn.name'), { exact: true }).fill('asha');
  await button(page, 'signIn.sendCode').click();
  await page.getByLabel(say('code.code'), { exact: true }).waitFor();
  await page.getByLabel(say('code.code'), { exact: true }).fill(await newestCode(world.outbox, 'asha@town.example'));
  await button(page, 'services.confirm').click();
  await page
    .getByRole('heading', { name: say('requests.title') })
    .first()
    .waitFor();
  expect(new URL(page.url()).search).toBe('');

  const again = await openDoor();
  await link(again, 'services.signIn').click();
  await again
    .getByRole('heading', { name: say('requests.title') })
    .first()
    .waitFor();
  await link(again, 'nav.security').click();
  await again.getByRole('button', { name: say('services.removeOf') }).click();
  await again
    .getByRole('alertdialog')
    .getByRole('button', { name: say('services.removeAct'), exact: true })
    .click();
  await link(again, 'services.add').waitFor();
  await checkPage(again, 'security', findings);
  expect(findings).toMatchObject({ all: [] });
});

it('where the service says no, the door stands there and says why', async () => {
  provider.account = undefined;
  const page = await openDoor();
  await link(page, 'services.signIn').click();
  await page.getByText(words.get('problems.openid-sign-in-refused')).waitFor();
  await button(page, 'signIn.sendCode').waitFor();
});
