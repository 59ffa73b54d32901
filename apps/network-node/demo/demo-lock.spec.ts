import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestFolder } from '#testing';
import { lockDemo } from './demo-lock.ts';

let folder: string;
let file: string;
let remove: () => Promise<void>;
const releases: (() => Promise<void>)[] = [];

beforeEach(async () => {
  const made = await createTestFolder();
  folder = join(made.path, 'demo');
  file = join(folder, 'running.pid');
  remove = () => made.remove();
});

afterEach(async () => {
  for (const release of releases.splice(0)) await release();
  await remove();
});

function lock(): () => Promise<void> {
  const release = lockDemo(folder);
  releases.push(release);
  return release;
}

/** What another process left behind, its last heartbeat so long ago. */
function leave(pid: number, secondsAgo: number): void {
  lockDemo(folder)().catch(() => undefined);
  writeFileSync(file, `${pid}`);
  const then = new Date(Date.now() - secondsAgo * 1000);
  utimesSync(file, then, then);
}

/** The id of a process that has ended. */
async function endedPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('the lock of the demo folder', () => {
  it('makes the folder for its owner alone, and names the process', () => {
    lock();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toBe(`${process.pid}`);
  });

  it('is held by one at a time, and free once it is released', async () => {
    const release = lock();
    expect(() => lockDemo(folder)).toThrow(`the demo is running already (process ${process.pid})`);
    await release();
    expect(existsSync(file)).toBe(false);
    lock();
  });

  it('shows signs of life while it is held, and none after', async () => {
    const release = lock();
    const past = new Date(Date.now() - 9000);
    utimesSync(file, past, past);
    await vi.waitFor(() => expect(statSync(file).mtimeMs).toBeGreaterThan(Date.now() - 5000), { timeout: 3000 });
    const exits = process.listenerCount('exit');
    await release();
    expect(process.listenerCount('exit')).toBe(exits - 1);
  });

  it.each([
    ['of a process that runs, with a heartbeat', () => process.pid, 1, true],
    ['of a process that runs, long silent: the id is used again', () => process.pid, 30, false],
    ['of a process that has ended, with a heartbeat just now', endedPid, 1, false],
    ['of a process that has ended, long silent', endedPid, 30, false],
  ])('%s', async (_whose, pidOf, secondsAgo, held) => {
    leave(await pidOf(), secondsAgo);
    if (held) expect(() => lockDemo(folder)).toThrow('the demo is running already');
    else expect(() => lock()).not.toThrow();
  });

  it('that says nothing readable is not held', () => {
    leave(process.pid, 1);
    writeFileSync(file, 'nonsense');
    expect(() => lock()).not.toThrow();
  });
});
