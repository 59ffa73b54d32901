import { accessSync, constants } from 'node:fs';
import { CommandFailure } from '../../apps/network-node/terminal/command-failure.ts';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @throws CommandFailure `not-found`, saying how to get one */
export function findChromium(named = process.env['CHROMIUM_PATH']): string {
  const found = (named === undefined ? places : [named]).find(isProgram);
  if (found !== undefined) return found;
  throw new CommandFailure(
    'not-found',
    `${named === undefined ? 'there is no Chromium on this machine' : `${named} (CHROMIUM_PATH) cannot be run`}: ` +
      'install it (Debian: apt-get install chromium fonts-noto-core), or name one in CHROMIUM_PATH',
  );
}
