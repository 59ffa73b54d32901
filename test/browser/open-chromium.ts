import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import type { CleanUp } from '../../apps/network-node/terminal/clean-up.ts';
import { findChromium } from './find-chromium.ts';

/** It calls nobody by itself, and needs neither a display nor rights of its own. */
const quiet = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--disable-domain-reliability', '--metrics-recording-only'],
  ...['--font-render-hinting=none', '--force-color-profile=srgb'],
];

export async function openChromium(cleanUp: CleanUp): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: quiet, chromiumSandbox: false });
  cleanUp.add(() => browser.close());
  return browser;
}

/**
 * One that keeps a profile, as a person's own does: a private window may not subscribe to pushes.
 *
 * @param args its own background calls go where these say, or nowhere
 */
export async function openProfile(cleanUp: CleanUp, args: readonly string[]): Promise<BrowserContext> {
  const folder = await mkdtemp(join(tmpdir(), 'assent-profile-'));
  cleanUp.add(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const backgroundOff = '--disable-background-networking';
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: findChromium(),
    args: [...quiet.filter((one) => one !== backgroundOff), ...args],
    ignoreDefaultArgs: [backgroundOff],
    chromiumSandbox: false,
    locale: 'es',
    reducedMotion: 'reduce',
  });
  cleanUp.add(() => context.close());
  return context;
}
