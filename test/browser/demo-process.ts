import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageRoot } from '#platform';
import { Here } from '../../apps/network-node/demo/here.ts';
import { removeLeftovers, temporaryFolder } from '../../apps/network-node/network/temporary-folder.ts';
import type { CleanUp } from '../../apps/network-node/terminal/clean-up.ts';

const main = join(packageRoot(), 'dist', 'apps', 'network-node', 'main.js');

/** The demo network as anyone starts it, its story told, in a process and a folder of its own. */
export interface DemoProcess {
  readonly here: Here;
  /** Where its tour stands. */
  readonly tour: string;
}

/** @param home where this run may keep things until it ends */
export async function startDemo(home: string, cleanUp: CleanUp): Promise<DemoProcess> {
  await removeLeftovers(home, 'browser');
  const folder = temporaryFolder(home, 'browser');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  cleanUp.add(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const child = spawn(process.execPath, [main, 'demo', '--json'], {
    env: { ...process.env, ASSENT_HOME: folder, NO_BROWSER: '1', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  cleanUp.add(async () => {
    child.kill('SIGTERM');
    await closed;
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>,
    closed.then(() => {
      throw new Error(`the demo ended before it was up:\n${said}`);
    }),
  ]);
  const { ok, tour } = JSON.parse(line) as { ok: boolean; tour: string };
  if (!ok) throw new Error(`the story of the demo failed:\n${said}`);
  return { here: new Here(packageRoot(), folder), tour };
}
