import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailure } from '../terminal/command-failure.ts';

const heartbeatMs = 1000;
const staleMs = 10_000;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A process id alone would lie where it is used again, a heartbeat alone would keep a killed demo's folder locked. */
function isHeld(file: string): boolean {
  try {
    return isAlive(Number(readFileSync(file, 'utf8'))) && Date.now() - statSync(file).mtimeMs < staleMs;
  } catch {
    return false;
  }
}

/**
 * One demo at a time in a folder.
 *
 * @param what runs there, in a word
 * @returns what releases the folder
 * @throws CommandFailure `in-use`
 */
export function lockDemo(folder: string, what = 'demo'): () => Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'running.pid');
  if (!isHeld(file)) rmSync(file, { force: true });
  try {
    writeFileSync(file, `${process.pid}`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const pid = readFileSync(file, 'utf8');
    throw new CommandFailure(
      'in-use',
      `the ${what} is running already (process ${pid}): use it from here with npm run assent -- --help, or stop it first`,
    );
  }
  const beat = setInterval(() => {
    const now = new Date();
    utimesSync(file, now, now);
  }, heartbeatMs);
  beat.unref();
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  return async () => {
    clearInterval(beat);
    process.off('exit', release);
    release();
  };
}
