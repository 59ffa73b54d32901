import type { Page } from 'playwright-core';
import type { ManagerUnderTest } from '../../apps/consent-manager/spec-support/manager-under-test.ts';
import { newestCode } from '../../apps/consent-manager/spec-support/person-under-test.ts';
import type { Words } from './languages.ts';

/** As someone who may be new here, at the door of the page about notifications. */
export async function signInNew(page: Page, world: ManagerUnderTest, words: Words): Promise<void> {
  const say = (path: string) => words.get(`person.${path}`);
  await page.goto(`${world.url}/app/notifications`);
  await page.getByLabel(say('signIn.contact'), { exact: true }).fill('asha@mail.example');
  await page.getByText(say('signIn.isNew')).click();
  await page.getByLabel(say('signIn.name'), { exact: true }).fill('asha');
  await page.getByRole('button', { name: say('signIn.sendCode'), exact: true }).click();
  const code = page.getByLabel(say('code.code'), { exact: true });
  await code.waitFor();
  await code.fill(await newestCode(world.outbox, 'asha@mail.example'));
  await page.getByRole('button', { name: say('signIn.act'), exact: true }).click();
  await page.getByRole('heading', { name: say('notifications.title') }).waitFor();
}
