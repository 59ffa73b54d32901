import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { constants } from 'node:os';
import { inProject, projectFolder } from './project.mjs';

const parentAtStart = process.ppid;

/**
 * The environment of what we start: the project's tools, its current Node first, come before the machine's. Node keeps
 * what it compiled: a third less to do at every later start.
 */
export function childEnvironment(more = {}) {
  return {
    ...process.env,
    PATH: `${inProject('node_modules', '.bin')}:${process.env.PATH ?? ''}`,
    NODE_COMPILE_CACHE: inProject('.assent', 'cache', 'compiled'),
    ...more,
  };
}

/** For tools, which would keep caches, tokens and temporary files elsewhere on the machine: here they stay inside. */
export function toolEnvironment(more = {}) {
  const temporary = inProject('.assent', 'tmp');
  mkdirSync(temporary, { recursive: true });
  const kept = { XDG_CACHE_HOME: inProject('.assent', 'cache'), XDG_DATA_HOME: inProject('.assent', 'cache') };
  return childEnvironment({ TMPDIR: temporary, ...kept, ...more });
}

/** Runs a program quietly. Resolves `{ exitCode, output }`; `onLine` hears each line of its output as it comes. */
export function runQuietly(program, args, { env = childEnvironment(), onLine = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: projectFolder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const stopForwarding = forwardSignals(child);
    const chunks = [];
    const hear = (chunk) => {
      chunks.push(chunk);
      const lines = chunk
        .toString()
        .split('\n')
        .filter((line) => line.trim() !== '');
      for (const line of lines) onLine(line.trim());
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      stopForwarding();
      resolve({ exitCode: exitCodeOf(code, signal), output: Buffer.concat(chunks).toString() });
    });
  });
}

/**
 * Hands the terminal over to a program; resolves its exit code, 128 + n when a signal ended it.
 * @param options.timeout after so many milliseconds it is asked to end
 */
export function runInForeground(program, args, { env = childEnvironment(), stdio = 'inherit', timeout } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: projectFolder, env, stdio, timeout });
    const stopForwarding = forwardSignals(child);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      stopForwarding();
      resolve(exitCodeOf(code, signal));
    });
  });
}

function exitCodeOf(code, signal) {
  return signal ? 128 + constants.signals[signal] : code;
}

/** We outlive what we started, so that its exit code is told and nothing is left behind. */
function forwardSignals(child) {
  const forward = (signal) => child.kill(signal);
  // On a terminal Ctrl-C reaches the child by itself; a second one would read as impatience.
  const interrupt = () => process.stdin.isTTY || child.kill('SIGINT');
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', forward);
  process.on('SIGHUP', forward);
  // npm killed outright tells nobody: without this the roles would go on, unseen, on their ports.
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event !== undefined && process.ppid !== parentAtStart) child.kill('SIGTERM');
  }, 500);
  return () => {
    clearInterval(watch);
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', forward);
    process.off('SIGHUP', forward);
  };
}
