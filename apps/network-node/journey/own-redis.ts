import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandFailure } from '../terminal/command-failure.ts';

export interface OwnRedis {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts the `redis-server` or `valkey-server` of this machine; it keeps nothing on disk. @throws where there is neither */
export async function startOwnRedis(folder: string, port: number): Promise<OwnRedis> {
  const redis = await startRedisIfAny(folder, port);
  if (redis !== undefined) return redis;
  throw new CommandFailure('not-found', 'there is no redis-server here: install it, or give --redis an address');
}

/** As `startOwnRedis`. @returns undefined where there is neither */
export async function startRedisIfAny(folder: string, port: number): Promise<OwnRedis | undefined> {
  for (const name of ['redis-server', 'valkey-server']) {
    const child = await start(name, folder, port);
    if (child === undefined) continue;
    await untilListening(child, port);
    return { url: `redis://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => end(child) };
  }
  return undefined;
}

async function start(name: string, cwd: string, port: number): Promise<ChildProcess | undefined> {
  const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn(name, settings, { cwd, stdio: 'ignore' });
  return new Promise((resolve) => {
    child.once('error', () => resolve(undefined));
    child.once('spawn', () => resolve(child));
  });
}

async function untilListening(child: ChildProcess, port: number): Promise<void> {
  while (!(await listens(port))) {
    if (child.exitCode !== null) throw new Error(`Redis ended with ${child.exitCode}`);
    await sleep(20);
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
