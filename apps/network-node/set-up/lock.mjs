import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './progress.mjs';
import { inProject, PlainError } from './project.mjs';

// A lock file with a heartbeat rather than a process id: ids are used again, and mean nothing across containers.
const lockFile = inProject('.assent', 'set-up.lock');
const heartbeatMs = 500;
const staleMs = 10_000;

/** Runs `work` while no other set-up of this project does. A lock whose holder was killed is taken over after 10 s. */
export async function whileLocked(work) {
  let told = false;
  while (!takeLock()) {
    if (!told) say('… waiting for another set-up of this project');
    told = true;
    clearStaleLock();
    await sleep(200);
  }
  const heartbeat = setInterval(beat, heartbeatMs);
  const release = () => rmSync(lockFile, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    release();
  }
}

function takeLock() {
  try {
    mkdirSync(inProject('.assent'), { recursive: true });
    closeSync(openSync(lockFile, 'wx'));
    return true;
  } catch (fault) {
    if (fault.code === 'EEXIST') return false;
    throw new PlainError(`Assent cannot write to its own folder ${inProject()}: ${fault.message}`);
  }
}

function beat() {
  try {
    const now = new Date();
    utimesSync(lockFile, now, now);
  } catch {
    // Whoever took the lock over believes we are dead; finishing what we do is harmless.
  }
}

/** Of several that wait, one alone succeeds in renaming the stale file away. */
function clearStaleLock() {
  const aside = `${lockFile}.${process.pid}`;
  try {
    if (Date.now() - statSync(lockFile).mtimeMs < staleMs) return;
    renameSync(lockFile, aside);
    rmSync(aside, { force: true });
  } catch {
    // Gone already: released, or taken over by another.
  }
}
