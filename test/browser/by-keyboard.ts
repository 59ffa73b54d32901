import type { Locator, Page } from 'playwright-core';

const mostSteps = 150;

/** Goes from control to control, as one does who has no pointer, until it stands on this one. @throws where it never does */
export async function stepTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let step = 0; step < mostSteps; step += 1) {
    if (await control.evaluate<boolean, { matches(selector: string): boolean }>((element) => element.matches(':focus')))
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by keyboard to ${control}`);
}

export async function pressOn(page: Page, control: Locator): Promise<void> {
  await stepTo(page, control);
  await page.keyboard.press('Enter');
}
