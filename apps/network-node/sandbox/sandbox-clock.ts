import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isSandboxHome } from './sandbox-place.ts';

/** Whose clock the commands go by that people and a data user's own systems type in. */
export const commandsClock = 'commands';

/**
 * A command for the network of a sandbox goes by the sandbox's clock.
 *
 * @param root the project's folder
 * @param environment of this process, in which the clock's file is named
 */
export async function takeSandboxClock(
  root: string,
  home: string,
  environment: Record<string, string | undefined>,
): Promise<void> {
  const file = join(home, 'demo', `clock-of-${commandsClock}`);
  if (!isSandboxHome(home) || !existsSync(file)) return;
  environment['MOVED_CLOCK_FILE'] = file;
  await import(pathToFileURL(join(root, 'apps', 'network-node', 'network', 'moved-clock.mjs')).href);
}
