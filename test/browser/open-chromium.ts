import { type Browser, chromium } from 'playwright-core';
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
